import type { InputOf } from '#contract/operation.ts'
import type { BulletinContent, operations } from '#contract/reports-bulletins.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, notFound } from '#server/platform/errors.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { presets } from '../presets.ts'
import type { Renderer } from '../render.ts'

type Asked = InputOf<(typeof operations)['renderBulletin']> & { renderer: Renderer }

/** What a template, or a text of one’s own, says of an organisation on a day, with the asker’s scope and protections. A language that is left out says the same as the other. */
export async function renderTemplate(tx: Tx, actor: Actor, input: Asked): Promise<BulletinContent> {
  const organisationId = input.organisationId ?? actor.appointment?.organisationId ?? notFound()
  await mustReach(tx, { actor, permission: 'figures.read' }, organisationId)
  if (input.asOf !== undefined && input.asOf > actor.today)
    invalid([{ path: 'asOf', code: 'reports.day_ahead' }])
  const texts = textsOf(input)
  return input.renderer.render(tx, actor, { ...texts, organisationId, asOf: input.asOf ?? actor.today })
}

function textsOf(input: Asked): { textZh: string; textEn: string } {
  const preset = presets.find(({ key }) => key === input.template)
  if (input.template !== undefined && preset === undefined)
    invalid([{ path: 'template', code: 'reports.unknown_template' }])
  const textZh = input.textZh ?? preset?.textZh ?? input.textEn
  const textEn = input.textEn ?? preset?.textEn ?? input.textZh
  if (textZh === undefined || textEn === undefined) invalid([{ path: 'textZh', code: 'field.required' }])
  return { textZh, textEn }
}
