import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import { createSecureContext, type Server } from 'node:tls'
import type { Log } from '../log.ts'
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

/** How https is spoken: TLS 1.2 or newer, the server's order of ciphers, which leaves out what has no forward secrecy. */
export function certificateOptions(certificate: Certificate) {
  return { ...certificate, minVersion: 'TLSv1.2', honorCipherOrder: true, ciphers } as const
}

// TLS 1.3 has its own list; these are what is left of 1.2 that is sound (Mozilla's "intermediate").
const ciphers = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
].join(':')

interface Following {
  files: { certificateFile: string; keyFile: string }
  everyMilliseconds: number
  log: Log
}

/**
 * Shows a renewed certificate to new connections without a restart. A pair that does not belong together (half of it is written yet) is logged, the
 * old one stays, and the next change is tried. Returns what ends it.
 */
export function followCertificate(server: Server, { files, everyMilliseconds, log }: Following): () => void {
  const renew = () => {
    try {
      server.setSecureContext(certificateOptions(readCertificate(files)))
      log.info('certificate renewed')
    } catch (error) {
      log.error('certificate not renewed', error)
    }
  }
  const names = [files.certificateFile, files.keyFile]
  // Asked for instead of waited for: renewed certificates often come as another file behind the same link.
  for (const name of names) watchFile(name, { interval: everyMilliseconds, persistent: false }, renew)
  return () => names.forEach((name) => unwatchFile(name, renew))
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
