import { texts } from '../../i18n/texts.ts'

/** The words of honours for everybody and on the phone. */
export const t = texts({
  loading: { zh: '正在载入', en: 'Loading' },
  holder: { zh: '获得者', en: 'Holder' },
  which: { zh: '称号', en: 'Title' },
  deed: { zh: '事迹', en: 'For' },
  by: { zh: '授予单位', en: 'Conferred by' },
  documentNo: { zh: '文号', en: 'Document' },
  grantedOn: { zh: '授予日期', en: 'Conferred on' },
  expiresOn: { zh: '有效至', en: 'Until' },
  revokedOn: { zh: '撤销日期', en: 'Taken back on' },
  forLife: { zh: '长期', en: 'for life' },
  held: { zh: '证书属实，荣誉有效', en: 'Genuine, and the honour stands' },
  expired: { zh: '证书属实，荣誉已过有效期', en: 'Genuine, but its time is over' },
  revoked: { zh: '证书属实，荣誉已被撤销', en: 'Genuine, but the honour was taken back' },
  gone: { zh: '这项荣誉已撤下', en: 'This honour is no longer shown' },
  goneHint: { zh: '{day} 撤下。', en: 'Withdrawn on {day}.' },
  back: { zh: '返回', en: 'Back' },
  own: { zh: '我的荣誉', en: 'My honours' },
  none: { zh: '还没有登记的荣誉', en: 'No honours yet' },
  noneHint: {
    zh: '工会授予您的表扬和称号会显示在这里，可以下载证书。',
    en: 'Thanks and titles your union confers on you stand here, with their certificates.',
  },
  fetch: { zh: '下载证书', en: 'Download the certificate' },
  takenBack: { zh: '{day} 已撤销：{reason}', en: 'taken back on {day}: {reason}' },
  isPublic: { zh: '已在工会公开页面公布', en: 'on the public pages' },
})
