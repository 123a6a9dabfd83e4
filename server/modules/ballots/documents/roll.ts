import type { Paper } from '#contract/paper.ts'
import type { Election } from '../election.ts'
import { atEnd, line, table, writtenDay } from '#server/platform/paper-blocks.ts'

/** The frozen roll as it is put up and signed at the desk: numbers and names in two columns, its hash below. */
export function rollDocument(
  election: Election,
  roll: { version: number; asOf: string; hash: string; names: readonly string[] },
): Paper {
  const { names } = roll
  const half = Math.ceil(names.length / 2)
  const entry = (at: number) => (at < names.length ? [String(at + 1), names[at]!, ''] : ['', '', ''])
  return {
    title: '选民名册',
    blocks: [
      line(`选举单位：${election.organisationName}`),
      line(`选举事项：${election.title}`),
      line(
        `第 ${roll.version} 版，以${writtenDay(roll.asOf)}的会员为准，应到会 ${names.length} 人（以姓氏笔画为序）。`,
      ),
      table(
        ['编号', '姓名', '领票签名', '编号', '姓名', '领票签名'],
        Array.from({ length: half }, (_, at) => [...entry(at), ...entry(at + half)]),
      ),
      line(`校验码（SHA-256）：${roll.hash.match(/.{8}/g)!.join(' ')}`),
      line('校验码由编号和姓名算出：名册改动一个字，校验码就不同。请与公示的校验码核对。'),
      atEnd(`${election.organisationName}（盖章）`),
    ],
  }
}
