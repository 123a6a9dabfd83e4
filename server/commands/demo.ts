import { claimEmptyFolder, missingDemos } from '../demo/demo-folder.ts'
import { followDemo } from '../demo/follow-demo.ts'
import { openInstallation } from '../platform/installation.ts'
import { readSettings } from '../platform/settings.ts'

/** Loads the demo tenants into a folder that holds no real one, and says who may log in. May run beside a server. */
export async function run(): Promise<void> {
  const settings = { ...readSettings(process.env), demo: 'on' as const }
  claimEmptyFolder(settings)
  const installation = await openInstallation(settings)
  try {
    const makers = await missingDemos(settings, installation.ownerUrl)
    if (makers.length === 0) return console.log('The demo tenants are there already.')
    const { ownerUrl, keys } = installation
    await (
      await followDemo({
        ownerUrl,
        keys,
        clock: settings.clock,
        dataFolder: settings.dataFolder,
        scale: settings.demoScale,
        makers,
      })
    ).done
  } finally {
    await installation.close()
  }
}
