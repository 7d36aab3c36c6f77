/** Which code page the bytes of an RTF font are in. */

/** Font character sets (`\fcharset`) and their Windows code pages. */
const CHARSETS: Record<number, string> = {
  77: 'macintosh',
  128: 'cp932',
  129: 'cp949',
  134: 'cp936',
  136: 'cp950',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}

/** Code page of a font's character set; undefined for those that follow the document's. */
export function codePageOfCharset(charset: number): string | undefined {
  return CHARSETS[charset]
}

/** iconv name of a Windows code page number (`\ansicpg1252`). */
export function codePageOfNumber(page: number): string {
  return page >= 1250 && page <= 1258 ? `windows-${page}` : `cp${page}`
}
