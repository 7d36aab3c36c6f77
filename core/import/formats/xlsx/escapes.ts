/** Characters that a workbook writes as `_xHHHH_` because XML or older readers would not keep them. */

/** Decodes the escapes of ST_Xstring (ECMA-376 part 1, 22.9.2.19); `_x005F_` keeps an underscore one. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
