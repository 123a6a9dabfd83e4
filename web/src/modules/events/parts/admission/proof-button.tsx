import { Button } from 'antd'
import { errorSentence } from '../../../../kit/errors.ts'
import { useRead } from '../../../../kit/query.ts'
import { saveFile } from '../../../../kit/save-file.ts'
import { t } from './texts.ts'

/** Saves the file of a draw that was held, byte for byte as it was published. */
export function ProofButton({ eventId }: { eventId: string }) {
  const { data, error } = useRead('getDrawProof', { eventId })
  const proof = data?.proof ?? null
  return (
    <>
      <Button
        disabled={proof === null}
        onClick={() => {
          if (proof !== null)
            saveFile({ blob: new Blob([proof], { type: 'application/json' }), name: 'draw.json' })
        }}
      >
        {t('proof')}
      </Button>
      <span className="quiet">{error ? errorSentence(error) : t('proofHint')}</span>
    </>
  )
}
