import { describe, expect, test } from 'vitest';
import { parseActivity } from '../../../../adapters/teams/inbound/activity.js';
import { textOfHtml } from '../../../../adapters/teams/inbound/html-text.js';
import { textOf } from '../../../../adapters/teams/inbound/text.js';
import { direct, html, mention } from '../../../fakes/teams/activities.js';
import { user } from '../../../fakes/teams/people.js';
import { defined } from '../defined.js';

const dana = user('dana');
const url = 'https://smba.trafficmanager.net/emea/';

function read(activity: Readonly<Record<string, unknown>>): string {
  return textOf(defined(parseActivity(Buffer.from(JSON.stringify(activity)))));
}

describe('HTML', () => {
  test.each<[string, string, string]>([
    ['line breaks', 'a<br>b<br/>c', 'a\nb\nc'],
    ['paragraphs', '<p>a</p><p>b</p>', 'a\nb'],
    ['blocks in blocks', '<div><div>a</div><div>b</div></div>c', 'a\nb\nc'],
    ['preformatted text', '<pre>a\n  b\n\nc</pre>', 'a\n  b\n\nc'],
    ["Teams' code block", '<codeblock class="Bash"><code>a<br>  b</code></codeblock>', 'a\n  b'],
    ['lists', '<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['tables', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['blanks', '<p>a \n\t b&nbsp;c</p>', 'a b c'],
    ['emphasis within a word', 'un<b>auth</b>orized', 'unauthorized'],
    ['entities, once', '&lt;b&gt; &amp;lt; &#39;x&#39; &uuml;', "<b> &lt; 'x' ü"],
    [
      'links, as what they show',
      '<a href="http://evil.example">contoso.azurecr.io</a>',
      'contoso.azurecr.io',
    ],
    ['scripts and styles, not at all', '<style>p{}</style>a<script>alert(1)</script>', 'a'],
    ['what is left open', '<div><p>a<br>b', 'a\nb'],
    ['what is no tag', 'a < b and c > d', 'a < b and c > d'],
    ['nothing', '', ''],
  ])('%s', (_, given, expected) => {
    expect(textOfHtml(given, [])).toBe(expected);
  });

  test('is read in time that grows with its length only', () => {
    const time = (given: string): number => {
      const start = performance.now();
      textOfHtml(given, []);
      return performance.now() - start;
    };
    for (const unit of ['<', '<div>', '<!--', '&', '<a b=', '<br> ', '</', '<span itemtype="x/Mention">']) {
      time(unit.repeat(1000));
      expect(time(unit.repeat(Math.floor(200_000 / unit.length))), unit).toBeLessThan(3000);
    }
  });
});

describe('the text of a message', () => {
  test('is without the mention of the bot, and keeps that of others', () => {
    const activity = mention(dana, url, 'help <at>Ari</at>');
    expect(
      read({ ...activity, attachments: undefined, text: '<at>acr-help</at> ask <at>Ari</at> &amp; me' }),
    ).toBe('ask Ari & me');
  });

  test('is without the mention of the bot in HTML too', () => {
    expect(read(mention(dana, url, 'docker pull\nsays unauthorized'))).toBe('docker pull\nsays unauthorized');
  });

  test('comes from the HTML where that has more lines', () => {
    const activity = { ...direct(dana, url, 'a b'), attachments: [html('<pre>a\nb</pre>')] };
    expect(read(activity)).toBe('a\nb');
  });

  test('comes from the plain text where that has as many', () => {
    const activity = {
      ...direct(dana, url, '<html>\n<title>502</title>'),
      attachments: [html('<p>x<br>y</p>')],
    };
    expect(read(activity)).toBe('<html>\n<title>502</title>');
  });

  test('keeps what looks like tags in plain text', () => {
    expect(read(direct(dana, url, 'az role assignment create --assignee <principalId>'))).toBe(
      'az role assignment create --assignee <principalId>',
    );
  });

  test('is unescaped once', () => {
    expect(read(direct(dana, url, '&amp;lt;b&gt;'))).toBe('&lt;b>');
  });
});
