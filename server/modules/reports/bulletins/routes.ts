import { operations } from '#contract/reports-bulletins.ts'
import { cacheSeconds, inFederation } from '#server/modules/public-pages/index.ts'
import {
  downloadRoute,
  route,
  sessionRoute,
  withoutKeptAnswer,
  type Route,
} from '#server/platform/http/route.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { sealReportOf } from '../seals/commands/seal-report.ts'
import { submitBulletin, withdrawBulletin } from './commands/release-bulletin.ts'
import { createBulletin, updateBulletin } from './commands/write-bulletin.ts'
import { presets } from './presets.ts'
import { bulletinDocument } from './queries/bulletin-document.ts'
import { bulletinFile } from './queries/bulletin-file.ts'
import { listBulletins } from './queries/bulletins.ts'
import { publicBulletin } from './queries/public-bulletins.ts'
import { renderTemplate } from './queries/render-template.ts'
import { rendererOf } from './render.ts'

/** Bulletins over a catalogue of measures. */
export function bulletinRoutes(definitions: readonly MeasureDefinition[]): readonly Route[] {
  const renderer = rendererOf(definitions)
  const seal = sealReportOf(definitions)
  return [
    route('listBulletinTemplates', operations.listBulletinTemplates, 'figures.read', async () => ({
      items: [...presets],
    })),
    // It writes nothing: a repetition asks again.
    withoutKeptAnswer(
      route('renderBulletin', operations.renderBulletin, 'figures.read', (tx, actor, input) =>
        renderTemplate(tx, actor, { ...input, renderer }),
      ),
    ),
    route('listBulletins', operations.listBulletins, 'figures.read', listBulletins),
    route('createBulletin', operations.createBulletin, 'bulletins.write', async (tx, actor, input) => {
      const bulletinId = await createBulletin(tx, actor, { ...input, renderer })
      return bulletinFile(tx, actor, { bulletinId, renderer })
    }),
    route('getBulletin', operations.getBulletin, 'figures.read', (tx, actor, { bulletinId }) =>
      bulletinFile(tx, actor, { bulletinId, renderer }),
    ),
    route('updateBulletin', operations.updateBulletin, 'bulletins.write', async (tx, actor, input) => {
      await updateBulletin(tx, actor, { ...input, renderer })
      return bulletinFile(tx, actor, { ...input, renderer })
    }),
    route('submitBulletin', operations.submitBulletin, 'bulletins.write', async (tx, actor, input) => {
      await submitBulletin(tx, actor, { ...input, renderer, seal })
      return bulletinFile(tx, actor, { ...input, renderer })
    }),
    route('withdrawBulletin', operations.withdrawBulletin, 'bulletins.release', async (tx, actor, input) => {
      await withdrawBulletin(tx, actor, input)
      return bulletinFile(tx, actor, { ...input, renderer })
    }),
    downloadRoute(
      'downloadBulletin',
      operations.downloadBulletin,
      'figures.read',
      (tx, actor, input, { outside }) =>
        bulletinDocument(tx, actor, {
          ...input,
          origin: outside.publicUrl ?? input.origin ?? null,
          renderer,
        }),
    ),
    sessionRoute(
      'getPublicBulletin',
      operations.getPublicBulletin,
      'public',
      async (platform, { input: { federationCode, publicId } }) => ({
        output: await inFederation(platform, federationCode, (tx) => publicBulletin(tx, publicId)),
        cacheSeconds,
      }),
    ),
  ]
}
