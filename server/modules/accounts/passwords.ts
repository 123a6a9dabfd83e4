import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// Algorithm.Argon2id of the library, whose const enum cannot be imported by erasable TypeScript.
const argon2id = 2

// OWASP's first recommendation for argon2id: 19 MiB, two passes.
const settings = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The argon2id hash of a password, with its salt and settings inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, settings)
}

/** Whether the password belongs to the hash. */
export function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password)
}

let decoy: Promise<string> | null = null

/** Takes the same time as a real check: an unknown log-in must not answer sooner than a wrong password. */
export async function spendTheTime(password: string): Promise<void> {
  decoy ??= hashPassword('nobody has this password')
  await passwordMatches(await decoy, password)
}

// No letters or digits that are mistaken for each other when read aloud or written down.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password: four groups of four, 79 bits, easy to copy from paper. */
export function newInitialPassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
