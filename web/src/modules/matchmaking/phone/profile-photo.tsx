import { Button } from '../../../ui/light/button.tsx'
import { Choice } from '../../../ui/light/choice.tsx'
import { FilePicker } from '../../attachments/phone/file-picker.tsx'
import type { Files } from '../../attachments/phone/use-sending.ts'
import type { Draft } from './profile-page.tsx'
import { t } from './profile-texts.ts'

/** My picture, and who sees it. */
export function ProfilePhoto({ draft: { value, set }, files }: { draft: Draft; files: Files }) {
  return (
    <section className="sheet">
      {value.photoId !== null && files.sent.length === 0 ? (
        <>
          <img className="entry-photo" src="/api/v1/me/matchmaking/profile/photo" alt={t('photoKept')} />
          <Button onClick={() => set({ photoId: null })}>{t('photoRemove')}</Button>
        </>
      ) : (
        <FilePicker label={t('photo')} hint={t('photoHint')} files={files} most={1} />
      )}
      <Choice
        label={t('photoFor')}
        value={value.photoFor}
        onChange={(photoFor) => set({ photoFor: photoFor === 'mutual' ? 'mutual' : 'each' })}
        options={[
          { value: 'each', label: t('photoEach') },
          { value: 'mutual', label: t('photoMutual') },
        ]}
      />
    </section>
  )
}
