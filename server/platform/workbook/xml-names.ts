/** The number under which tags and attributes are compared: a hash of the local name. */
export function nameCode(name: string): number {
  let code = 0
  for (let at = 0; at < name.length; at++) code = (Math.imul(code, 31) + name.charCodeAt(at)) | 0
  return code
}
