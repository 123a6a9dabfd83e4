import { addErrorTexts } from '../../kit/errors.ts'
import type { PhoneModule } from '../../kit/routes.ts'
import { attachmentErrors } from '../../modules/attachments/errors.ts'
import { ownMembershipErrors } from '../../modules/people/phone/errors.ts'
import { peoplePhone } from '../../modules/people/routes.tsx'
import { sessionErrors } from '../../modules/sessions/errors.ts'
import { sessionsPhone } from '../../modules/sessions/routes.tsx'

/** The modules the phone is made of, in the order of their lines. A new module adds one line here and one below. */
export const phoneModules: readonly PhoneModule[] = [peoplePhone, sessionsPhone]

for (const errors of [sessionErrors, attachmentErrors, ownMembershipErrors]) addErrorTexts(errors)
