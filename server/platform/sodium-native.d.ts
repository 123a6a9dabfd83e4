declare module 'sodium-native' {
  const sodium: {
    crypto_aead_xchacha20poly1305_ietf_KEYBYTES: number
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES: number
    crypto_aead_xchacha20poly1305_ietf_ABYTES: number
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      cipher: Buffer,
      message: Buffer,
      additional: Buffer | null,
      secretNonce: null,
      nonce: Buffer,
      key: Buffer,
    ): number
    crypto_aead_xchacha20poly1305_ietf_decrypt(
      message: Buffer,
      secretNonce: null,
      cipher: Buffer,
      additional: Buffer | null,
      nonce: Buffer,
      key: Buffer,
    ): number
    crypto_generichash(out: Buffer, input: Buffer, key?: Buffer): void
    randombytes_buf(target: Buffer): void
  }
  export default sodium
}
