import { openInstallation } from '../platform/installation.ts'
import { readSettings } from '../platform/settings.ts'
import { printVerification } from './print-verification.ts'

/** Recounts everything, one line for each check; ends with code 1 when something differs. May run beside a server. */
export async function run(): Promise<void> {
  const settings = readSettings(process.env)
  const installation = await openInstallation(settings)
  try {
    await printVerification(installation, settings)
  } finally {
    await installation.close()
  }
}
