/** Hands a finished file to the person: the browser's download, or the desktop's save dialog. */
export function saveFile(name: string, bytes: Uint8Array | string, type = 'application/octet-stream'): void {
  const url = URL.createObjectURL(
    new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
