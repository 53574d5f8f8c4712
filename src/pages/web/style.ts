import { createHash } from 'node:crypto';

/** The one style sheet of the pages: system fonts, light and dark, large enough to touch. */
export const style = `
:root{color-scheme:light dark;--ink:#1b1b1b;--soft:#5c5c5c;--paper:#f5f5f5;--card:#fff;--line:#d1d1d1;--accent:#0f5ea8;--on-accent:#fff;--note:#fff4ce}
@media(prefers-color-scheme:dark){:root{--ink:#f2f2f2;--soft:#b3b3b3;--paper:#161616;--card:#232323;--line:#4a4a4a;--accent:#5eb0ef;--on-accent:#0b1a27;--note:#3a3110}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif}
main{max-width:34rem;min-height:100vh;margin:0 auto;padding:1.5rem 1.25rem 2rem;background:var(--card)}
@media(min-width:36rem){main{min-height:0;margin:3rem auto;padding:2rem 2.25rem 2.25rem;border:1px solid var(--line);border-radius:.75rem}}
.brand{margin:0 0 1rem;color:var(--soft);font-size:.875rem;font-weight:600}
h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25}
p,ol,dl{margin:0 0 1rem}
ol{padding-inline-start:1.4rem}
li{margin:.25rem 0}
dl{border:1px solid var(--line);border-radius:.5rem}
dl>div{padding:.6rem .9rem}
dl>div+div{border-top:1px solid var(--line)}
dt{color:var(--soft);font-size:.875rem}
dd{margin:0;font-weight:600;overflow-wrap:anywhere}
dd small{display:block;color:var(--soft);font-size:.8125rem;font-weight:400}
.note{padding:.7rem .9rem;border-radius:.5rem;background:var(--note)}
form{display:flex;flex-wrap:wrap;gap:.75rem}
button{flex:1 1 12rem;min-height:2.9rem;padding:.6rem 1.1rem;border:1px solid var(--accent);border-radius:.4rem;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}
button.second{background:transparent;color:var(--accent)}
button:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.lead{font-size:1.0625rem;font-weight:600;overflow-wrap:anywhere}
label{display:block;margin:0 0 .35rem;color:var(--soft);font-size:.875rem}
textarea{display:block;width:100%;padding:.7rem .9rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper);color:var(--ink);font:1rem/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,"Liberation Mono",monospace;word-break:break-all;resize:none;field-sizing:content;min-height:4.6rem}
textarea:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.copy{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem}
output{flex:1 1 6rem;color:var(--soft)}
code{padding:.05rem .3rem;border-radius:.25rem;background:var(--paper);font-size:.95em}
`;

/** Source expression for a content security policy that allows this style sheet and no other. */
export const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
