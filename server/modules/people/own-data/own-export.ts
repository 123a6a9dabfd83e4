import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/own-data.ts'
import { ownPurposes } from '#server/modules/consents/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import type { OwnDataPart } from '#server/platform/own-data.ts'
import { getOwnFile } from '../queries/own-file.ts'
import { ownPage } from './own-page.ts'
import { listOwnRequests } from './own-requests.ts'

/** Everything held about oneself (K6 45), gathered by the own account alone: the file, who had it, consents, requests. */
async function gatherOwnData(tx: Tx, actor: Actor, parts: readonly OwnDataPart[]) {
  const { looked, ...file } = await getOwnFile(tx, actor)
  return {
    format: 'gonghui own data 1',
    takenOn: actor.today,
    file,
    looked,
    purposes: (await ownPurposes(tx, actor.personId)).map(({ code, name, basis, state, since, version }) => ({
      code,
      name,
      basis,
      state,
      since,
      version,
    })),
    requests: (await listOwnRequests(tx, actor)).items,
    programmes: await gatherParts(tx, actor, parts),
  }
}

async function gatherParts(tx: Tx, actor: Actor, parts: readonly OwnDataPart[]) {
  const gathered = []
  for (const { name, title, rows } of parts) gathered.push({ name, title, rows: await rows(tx, actor) })
  return gathered
}

/** All of it, gathered. */
export type OwnData = Awaited<ReturnType<typeof gatherOwnData>>

type Ask = InputOf<(typeof operations)['downloadOwnData']>

/** Everything held about oneself, as a page to read and print, or as JSON for another system. `parts`: what the other modules hold. */
export const downloadOwnData =
  (parts: readonly OwnDataPart[]) =>
  (tx: Tx, actor: Actor, input: Ask): Promise<Download> =>
    takeOwnData(tx, actor, { ...input, parts })

async function takeOwnData(
  tx: Tx,
  actor: Actor,
  { parts, ...input }: Ask & { parts: readonly OwnDataPart[] },
): Promise<Download> {
  const data = await gatherOwnData(tx, actor, parts)
  await audit(tx, actor, 'people.own_data_taken', {
    kind: 'person',
    id: data.file.personId,
    organisationId: null,
    params: { format: input.format },
  })
  if (input.format === 'json') {
    return {
      fileName: `本人信息-${actor.today}.json`,
      contentType: 'application/json; charset=utf-8',
      body: Buffer.from(JSON.stringify(data, null, 2)),
    }
  }
  return {
    fileName: `本人信息-${actor.today}.html`,
    contentType: 'text/html; charset=utf-8',
    body: Buffer.from(ownPage(data, input.language ?? 'zh')),
  }
}
