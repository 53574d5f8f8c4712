/** Runs in the browser: draws each card into its place, with settings as Teams has them. */

/* global AdaptiveCards, document */

/** Links and bold only, like the part of markdown that the cards use; all else is text. */
function inlineMarkdown(text) {
  const escaped = (part) => part.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const plain = (part) => escaped(part.replace(/\\([\\`*_[\]().+-])/g, '$1'));
  const pattern = /\[((?:\\.|[^\\\]])+)\]\((https:\/\/[^\s()]+)\)|\*\*([^*]+)\*\*/g;
  let html = '';
  let at = 0;
  for (const found of text.matchAll(pattern)) {
    const [whole, title, url, strong] = found;
    html += plain(text.slice(at, found.index));
    html += url === undefined ? `<b>${plain(strong)}</b>` : `<a href="${escaped(url)}">${plain(title)}</a>`;
    at = found.index + whole.length;
  }
  return `<p>${html}${plain(text.slice(at))}</p>`;
}

function hostConfig(dark) {
  const ink = dark ? '#ffffff' : '#242424';
  const soft = dark ? '#adadad' : '#616161';
  const of = (color, subtle) => ({ default: color, subtle });
  const colors = {
    default: of(ink, soft),
    dark: of('#242424', '#616161'),
    light: of('#ffffff', '#adadad'),
    accent: of(dark ? '#7f85f5' : '#5b5fc7', soft),
    good: of(dark ? '#92c353' : '#237b4b', soft),
    attention: of(dark ? '#f9526b' : '#c4314b', soft),
    warning: of(dark ? '#ffaa44' : '#835c00', soft),
  };
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors: colors });
  const family = '"Liberation Sans","Noto Sans CJK SC","Noto Color Emoji",sans-serif';
  const fontSizes = { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 };
  const fontWeights = { lighter: 400, default: 400, bolder: 600 };
  return new AdaptiveCards.HostConfig({
    fontFamily: family,
    fontSizes,
    fontWeights,
    fontTypes: {
      default: { fontFamily: family, fontSizes, fontWeights },
      monospace: {
        fontFamily: '"Liberation Mono","Noto Sans Mono CJK SC",monospace',
        fontSizes,
        fontWeights,
      },
    },
    spacing: { small: 4, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
    supportsInteractivity: true,
    containerStyles: {
      default: style(dark ? '#292929' : '#ffffff'),
      emphasis: style(dark ? '#1f1f1f' : '#f5f5f5'),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  });
}

// biome-ignore lint/correctness/noUnusedVariables: Called from the test by its name.
function drawCards(dark) {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = inlineMarkdown(text);
    result.didProcess = true;
  };
  for (const place of document.querySelectorAll('[data-card]')) {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = hostConfig(dark);
    card.parse(JSON.parse(place.dataset.card));
    place.append(card.render());
    delete place.dataset.card;
    place.setAttribute('data-card', '');
  }
}
