import type { DocumentKind } from '#contract/people-records.ts'
import {
  keyedHash,
  newPersonKey,
  openText,
  sealText,
  unwrapKey,
  wrapKey,
  type MasterKeys,
  type PersonKey,
} from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** An identity document as it was read: kind and number, the number without blanks and in capitals. */
export interface IdentityDocument {
  kind: DocumentKind
  number: string
}

/** Where hashes are made: the keys and the tenant they hold in. A transaction is one. */
export type HashPlace = Pick<Tx, 'keys' | 'tenantId'>

/**
 * What a document is found and kept unique by. Numbers of 18 digits with a check are one space whatever the kind is called; every other
 * number is unique within its kind (E6).
 */
export function documentHash(place: HashPlace, { kind, number }: IdentityDocument): Buffer {
  const space = /^\d{17}[\dX]$/.test(number) ? '18' : kind
  return keyedHash(place.keys, 'document', place.tenantId, `${space}:${number}`)
}

/** What a mobile is found by, whole and by its last four digits. */
export function mobileHashes(place: HashPlace, mobile: string): { whole: Buffer; tail: Buffer } {
  return {
    whole: keyedHash(place.keys, 'mobile', place.tenantId, mobile),
    tail: mobileTailHash(place, mobile.slice(-4)),
  }
}

/** What the last four digits of a mobile are found by. */
export function mobileTailHash(place: HashPlace, lastFour: string): Buffer {
  return keyedHash(place.keys, 'mobile-tail', place.tenantId, lastFour)
}

/** What a service card is found by. */
export function cardHash(place: HashPlace, number: string): Buffer {
  return keyedHash(place.keys, 'card', place.tenantId, number)
}

/** What complaints of a person are found by: by themselves, and when they are erased; by nobody else. */
export function complainantHash(place: HashPlace, personId: string): Buffer {
  return keyedHash(place.keys, 'complaint', place.tenantId, personId)
}

/** A fresh key and its stored form. */
export function freshKey(keys: MasterKeys): { key: PersonKey; wrapped: Buffer; masterKeyId: number } {
  const key = newPersonKey()
  return { key, ...wrapKey(keys, key) }
}

/** Hidden columns of a person's row as they are written. */
export interface SealedColumns {
  document_kind: string | null
  document_cipher: Buffer | null
  document_hash: Buffer | null
  mobile_cipher: Buffer | null
  mobile_hash: Buffer | null
  mobile_tail_hash: Buffer | null
}

/** Seals document and mobile under the person's key, with the hashes they are found by. */
export function sealColumns(
  place: HashPlace,
  key: PersonKey,
  plain: { document: IdentityDocument | null; mobile: string | null },
): SealedColumns {
  return { ...sealDocument(place, key, plain.document), ...sealMobile(place, key, plain.mobile) }
}

/** The columns of a document, all empty for none. */
export function sealDocument(
  place: HashPlace,
  key: PersonKey,
  document: IdentityDocument | null,
): Pick<SealedColumns, 'document_kind' | 'document_cipher' | 'document_hash'> {
  return {
    document_kind: document?.kind ?? null,
    document_cipher: document === null ? null : sealText(key, document.number),
    document_hash: document === null ? null : documentHash(place, document),
  }
}

/** The columns of a mobile, all empty for none. */
export function sealMobile(
  place: HashPlace,
  key: PersonKey,
  mobile: string | null,
): Pick<SealedColumns, 'mobile_cipher' | 'mobile_hash' | 'mobile_tail_hash'> {
  const hashes = mobile === null ? null : mobileHashes(place, mobile)
  return {
    mobile_cipher: mobile === null ? null : sealText(key, mobile),
    mobile_hash: hashes?.whole ?? null,
    mobile_tail_hash: hashes?.tail ?? null,
  }
}

/** Opens one hidden value; null where there is none, or where the person's key was destroyed. */
export function openHidden(
  keys: MasterKeys,
  row: { wrappedKey: Buffer | null; masterKeyId: number | null },
  cipher: Buffer | null,
): string | null {
  if (cipher === null || row.wrappedKey === null || row.masterKeyId === null) return null
  return openText(unwrapKey(keys, row.wrappedKey, row.masterKeyId), cipher)
}
