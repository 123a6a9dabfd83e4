import type { NoticeText } from '#contract/consents.ts'
import { noticeItemName, noticeItems } from '../words.ts'

/** The seven items of a notice, as people read them; for the console's preview and for the phone. */
export function NoticeWords({ text }: { text: NoticeText }) {
  return (
    <dl className="notice-text">
      {noticeItems.map((item) => (
        <div key={item}>
          <dt>{noticeItemName(item)}</dt>
          <dd>{text[item]}</dd>
        </div>
      ))}
    </dl>
  )
}
