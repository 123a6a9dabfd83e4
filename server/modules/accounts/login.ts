import { keyedHash, type MasterKeys } from '#server/platform/crypto.ts'

/** Hash under which a log-in stands in the directory: blanks around it and the case of letters do not count. */
export function loginHashOf(keys: MasterKeys, login: string): Buffer {
  return keyedHash(keys, 'login', '', login.trim().toLowerCase())
}
