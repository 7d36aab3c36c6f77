/** Pictures as one HTML file to print, each on a landscape sheet of its own. */
import { escapeXml } from '../draw/svg.ts'

/** A3, which every printer's own "fit to page" brings to A4: both are 1:√2. */
const STYLE = `
@page { size: A3 landscape; margin: 10mm; }
html, body { margin: 0; }
figure { margin: 0; height: 276mm; break-after: page; break-inside: avoid; }
figure:last-child { break-after: auto; }
svg { display: block; width: 100%; height: 100%; }
`

export function toSheets(title: string, pictures: readonly string[]): string {
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    // Our own markup, every value in it already escaped.
    ...pictures.map((svg) => `<figure>${svg}</figure>`),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
