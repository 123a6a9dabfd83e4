import { openInstallation } from '../platform/installation.ts'
import { readSettings } from '../platform/settings.ts'
import { readOptions } from './options.ts'
import { printVerification } from './print-verification.ts'

/**
 * Recounts everything, one line for each check; ends with code 1 when something differs. The audit log is compared with the anchors of
 * `--anchor`, a file or a folder, or else of GONGHUI_ANCHOR_FOLDER. May run beside a server.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = readOptions('verify', args, ['anchor'])
  const settings = readSettings(process.env)
  const installation = await openInstallation(settings)
  try {
    await printVerification(installation, settings, values.anchor ?? settings.anchorFolder)
  } finally {
    await installation.close()
  }
}
