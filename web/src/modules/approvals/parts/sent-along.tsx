import type { Attachment } from '#contract/attachments.ts'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { requestOf } from '../../../kit/call.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { formatSize } from '../../../kit/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

interface SentAlongProps {
  approvalId: string
  attachments: readonly Attachment[]
}

/** What was sent along with a request: pictures small, opening large; a PDF to save. */
export function SentAlong({ approvalId, attachments }: SentAlongProps) {
  const of = (attachment: Attachment) => ({ approvalId, attachmentId: attachment.id })
  return (
    <>
      <h3 className="section-title">{t('evidence')}</h3>
      {attachments.length === 0 && <p className="quiet">{t('noEvidence')}</p>}
      <ul className="approval-files">
        {attachments.map((each, index) => (
          <li key={each.id}>
            {each.kind === 'picture' ? (
              <Picture input={of(each)} number={index + 1} />
            ) : (
              <DownloadButton
                operation="openApprovalAttachment"
                input={() => Promise.resolve(of(each))}
                label={t('savePdf', { number: index + 1, size: formatSize(each.bytes) })}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

interface PictureProps {
  input: { approvalId: string; attachmentId: string }
  number: number
}

function Picture({ input, number }: PictureProps) {
  const [open, setOpen] = useState(false)
  const name = t('picture', { number })
  return (
    <>
      <button
        type="button"
        className="approval-picture"
        aria-label={t('openPicture', { number })}
        onClick={() => setOpen(true)}
      >
        <Shown url={requestOf('openApprovalThumbnail', input).url} alt="" />
      </button>
      <Modal
        open={open}
        title={name}
        footer={null}
        width={960}
        destroyOnHidden
        onCancel={() => setOpen(false)}
        closable={{ closeIcon: <Icon name="close" />, 'aria-label': t('close') }}
      >
        <div className="approval-large">
          <Shown url={requestOf('openApprovalAttachment', input).url} alt={name} />
        </div>
      </Modal>
    </>
  )
}

/** A picture, or in words that it did not come, with another try where it does not stand inside a button. */
function Shown({ url, alt }: { url: string; alt: string }) {
  const [failures, setFailures] = useState({ failed: false, tries: 0 })
  if (!failures.failed) {
    // Another address each time: the browser keeps an answer it could not draw.
    const again = failures.tries === 0 ? url : `${url}?again=${failures.tries}`
    return <img src={again} alt={alt} onError={() => setFailures({ ...failures, failed: true })} />
  }
  if (alt === '') return <span>{t('notShown')}</span>
  return (
    <div className="problem" role="alert">
      <p>{t('notOpened')}</p>
      <Button onClick={() => setFailures({ failed: false, tries: failures.tries + 1 })}>
        {t('tryAgain')}
      </Button>
    </div>
  )
}
