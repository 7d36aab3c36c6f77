/** Colours known only at run time, through adoptedStyleSheets: the content policy forbids `<style>` and `style=""`. */

const sheets = new Map<string, CSSStyleSheet>()

/**
 * Replaces the rules kept under `name`. An empty string clears them.
 * @example paint('code-colours', '[data-code="12"] { --tone-h: 210 }')
 */
export function paint(name: string, rules: string): void {
  let sheet = sheets.get(name)
  if (sheet === undefined) {
    sheet = new CSSStyleSheet()
    sheets.set(name, sheet)
    document.adoptedStyleSheets.push(sheet)
  }
  sheet.replaceSync(rules)
}
