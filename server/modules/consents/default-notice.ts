import type { NoticeText } from '#contract/consents.ts'

/** The notice the product brings, for a federation that has not published its own: version 0. */
export function defaultNotice(federation: string): { zh: NoticeText; en: NoticeText } {
  return {
    zh: {
      controller: `${federation}（个人信息处理者）`,
      contact: `请向您单位的工会或${federation}提出；也可以在手机“投诉建议”里直接提交。`,
      purposes:
        '履行工会法定职责：会员实名管理、维权和服务。其他用途逐项征得您的同意，不同意不影响基本服务。',
      method:
        '由您本人填写，或由您单位的工会登记；保存在境内的服务器上；号码加密保存，平时只显示掩码，查看要写理由并留下记录。',
      kinds:
        '姓名、证件号码、手机号、工作单位、会籍。银行账号、健康、家庭困难等敏感信息只在您单独同意后使用。',
      retention: '会籍存续期间保存；离会后按工会档案规定保存。日志保存不少于六个月。',
      rights:
        '您可以在手机“我的”里查看、复制、更正、删除自己的信息，撤回同意，查看谁看过您的信息和理由；申请一般在 15 日内答复，不同意会说明理由，您可以投诉。',
    },
    en: {
      controller: `${federation} (responsible for the data)`,
      contact: `Ask the union of your workplace or ${federation}; or use “Complaints” on this phone.`,
      purposes:
        'Duties a union has by law: the members’ roster, defending rights, services. For everything else you are asked one by one; a no does not cost you the basic services.',
      method:
        'Entered by you or by the union of your workplace; kept on servers in the country; numbers are encrypted and masked, and looking at them takes a reason and leaves a record.',
      kinds:
        'Name, document number, mobile, workplace, membership. Sensitive data such as bank account, health or hardship are used only after you agreed to that by itself.',
      retention:
        'While the membership holds; afterwards as the rules of union records say. Logs are kept for six months at least.',
      rights:
        'Under “Mine” you can read, take away, correct and erase your data, withdraw consents, and see who looked and why. Requests are answered within 15 days as a rule; a no gives its reason, and you can complain.',
    },
  }
}
