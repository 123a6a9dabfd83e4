import { checkSeals } from '../../modules/reports/index.ts'
import { fromRows, type TenantCheck } from './check.ts'

/** No sealed report was changed, removed or put in since it was sealed, and each is what the audit log says it was. */
export const seals: TenantCheck = {
  name: 'sealed reports and their chain',
  async run(tx) {
    const { seals: links, figures, grave } = await checkSeals(tx)
    const rows = grave.map(({ code, figure, measure, part }) => ({
      what: [code.replaceAll('_', ' '), part, figure === null ? null : `figure ${figure} (${measure})`]
        .filter((each) => each !== null)
        .join(', '),
    }))
    return fromRows(`${links} seals, ${figures} figures`, rows)
  },
}
