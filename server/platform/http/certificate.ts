import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { PlainSentence } from '../plain-sentence.ts'

/** A certificate chain and its private key, both as PEM. */
export interface Certificate {
  cert: string
  key: string
}

/**
 * Reads the certificate that the server shows to browsers. One that has run out is still shown: the server's clock may be the one
 * that is wrong, and browsers say so themselves.
 * @throws PlainSentence naming the setting whose file cannot be read, is no PEM, or does not belong to the other.
 */
export function readCertificate(files: { certificateFile: string; keyFile: string }): Certificate {
  const cert = read('GONGHUI_TLS_CERT', files.certificateFile)
  const key = read('GONGHUI_TLS_KEY', files.keyFile)
  const certificate = understood('GONGHUI_TLS_CERT', 'a certificate', () => new X509Certificate(cert))
  const privateKey = understood('GONGHUI_TLS_KEY', 'a private key without a passphrase', () =>
    createPrivateKey(key),
  )
  if (!certificate.checkPrivateKey(privateKey))
    throw new PlainSentence(
      "GONGHUI_TLS_KEY is not the key of GONGHUI_TLS_CERT: name the pair that belongs together, the server's own certificate first in its file.",
    )
  understood('GONGHUI_TLS_CERT', 'a certificate and its chain', () => createSecureContext({ cert, key }))
  return { cert, key }
}

function read(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new PlainSentence(
      `The file of ${setting} cannot be read (${code}): let the user who starts Gonghui read it.`,
    )
  }
}

function understood<T>(setting: string, expected: string, parse: () => T): T {
  try {
    return parse()
  } catch {
    throw new PlainSentence(`The file of ${setting} does not hold ${expected} in PEM form: export it anew.`)
  }
}
