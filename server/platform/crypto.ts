import sodium from 'sodium-native'

const keyBytes = sodium.crypto_aead_xchacha20poly1305_ietf_KEYBYTES
const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
const tagBytes = sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES

/** Keys of one server: they live outside the database. `current` wraps new person keys; older ones unwrap until rotation is done. */
export interface MasterKeys {
  currentId: number
  byId: ReadonlyMap<number, Buffer>
  /** Key of all keyed hashes: does not rotate with the wrapping key, or nobody would be found again. */
  hashKey: Buffer
}

/** The key of one person, in clear, for the length of a request. */
export type PersonKey = Buffer

/** A new key for one person. */
export function newPersonKey(): PersonKey {
  const key = Buffer.allocUnsafe(keyBytes)
  fillRandom(key)
  return key
}

/** The person's key as it is stored: sealed under the current master key. */
export function wrapKey(keys: MasterKeys, key: PersonKey): { wrapped: Buffer; masterKeyId: number } {
  const master = keys.byId.get(keys.currentId)
  if (master === undefined) throw new Error('the current master key is missing')
  return { wrapped: seal(master, key), masterKeyId: keys.currentId }
}

/** The person's key from its stored form. Throws when the master key is another or the row was altered. */
export function unwrapKey(keys: MasterKeys, wrapped: Buffer, masterKeyId: number): PersonKey {
  const master = keys.byId.get(masterKeyId)
  if (master === undefined) throw new Error(`master key ${masterKeyId} is not in the key file`)
  return open(master, wrapped)
}

/** Authenticated encryption (XChaCha20-Poly1305) of one value; the nonce stands before the ciphertext. */
export function seal(key: Buffer, plain: Buffer): Buffer {
  const out = Buffer.allocUnsafe(nonceBytes + plain.length + tagBytes)
  const nonce = out.subarray(0, nonceBytes)
  fillRandom(nonce)
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(out.subarray(nonceBytes), plain, null, null, nonce, key)
  return out
}

/** The value of `seal`. Throws when a bit of it was changed or the key is another. */
export function open(key: Buffer, sealed: Buffer): Buffer {
  const plain = Buffer.allocUnsafe(sealed.length - nonceBytes - tagBytes)
  sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
    plain,
    null,
    sealed.subarray(nonceBytes),
    null,
    sealed.subarray(0, nonceBytes),
    key,
  )
  return plain
}

/** `seal` for text. */
export function sealText(key: Buffer, text: string): Buffer {
  return seal(key, Buffer.from(text, 'utf8'))
}

/** `open` for text. */
export function openText(key: Buffer, sealed: Buffer): string {
  return open(key, sealed).toString('utf8')
}

/** What a keyed hash is for: the same number hashes differently in each use and in each tenant, so hashes cannot be joined. */
export type HashUse =
  | 'document'
  | 'mobile'
  | 'mobile-tail'
  | 'card'
  | 'login'
  | 'limit'
  | 'one-time-code'
  | 'activation'
  | 'recovery-code'
  | 'passkey'
  | 'provider'
  | 'complaint'
  | 'event-pass'

/** Keyed hash (BLAKE2b, 16 bytes) of a value for equality search. `scope` is the tenant id, or '' for plumbing. */
export function keyedHash(keys: MasterKeys, use: HashUse, scope: string, value: string): Buffer {
  const out = Buffer.allocUnsafe(16)
  sodium.crypto_generichash(out, Buffer.from(`${use}\u0000${scope}\u0000${value}`, 'utf8'), keys.hashKey)
  return out
}

/** A 32-byte key derived from the master hash key for one named use (app role's password, sealing of files). */
export function deriveKey(keys: MasterKeys, name: string): Buffer {
  const out = Buffer.allocUnsafe(32)
  sodium.crypto_generichash(out, Buffer.from(`derive\u0000${name}`, 'utf8'), keys.hashKey)
  return out
}

/** Random bytes. */
export function randomBytes(length: number): Buffer {
  const out = Buffer.allocUnsafe(length)
  sodium.randombytes_buf(out)
  return out
}

// One call to the generator serves many nonces: filling 24 bytes at a time costs more than the encryption itself.
const randomPool = Buffer.allocUnsafe(24 * 1024)
let randomUsed = randomPool.length

function fillRandom(target: Buffer): void {
  if (randomUsed + target.length > randomPool.length) {
    sodium.randombytes_buf(randomPool)
    randomUsed = 0
  }
  randomPool.copy(target, 0, randomUsed, randomUsed + target.length)
  randomUsed += target.length
}
