/** Lets the one harmless `innerHTML = ''` in react-aria's announcer through Trusted Types, and nothing else. */

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(html: string): string | null }): unknown
}

/** Call once, before React starts. A null answer is a violation, as it would be without the policy. */
export function allowOnlyEmptyHtml(): void {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
  factory?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) })
}
