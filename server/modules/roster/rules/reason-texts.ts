/** One Chinese and one English sentence per reason; {field} is the column's label, other names are parameters. */
export interface ReasonText {
  zh: string
  en: string
}

export type ReasonKey = keyof typeof REASON_TEXTS

export const REASON_TEXTS = {
  'M01.missing': { zh: '缺少{field}，请补填', en: '{field} is missing: fill it in' },
  'M01.employer_and_union': {
    zh: '工作单位、所属工会为空，请填写',
    en: 'Employer and union are blank: fill them in',
  },
  'M01.employer': {
    zh: '工作单位为空，请填写单位名称或统一社会信用代码',
    en: 'The employer is blank: fill in its name or code',
  },
  'M01.union': { zh: '所属工会为空，请填写', en: 'The union is blank: fill it in' },
  'M02.age': {
    zh: '年龄未满16周岁或超过100周岁，请核对身份证号',
    en: 'The person would be under 16 or over 100: check the ID number',
  },
  'M02.joined_young': {
    zh: '入会时未满16周岁，请核对入会时间',
    en: 'The person would have joined before the age of 16: check the joining date',
  },
  'M03.name': {
    zh: '姓名含有括号或数字，请核对',
    en: 'The name contains brackets or digits: check it',
  },
  'X01.number': {
    zh: '身份证号是数值格式，第16位以后已丢失，无法采信；请改为文本格式后重新填写',
    en: 'The ID number is stored as a number and has lost its last digits: format the cell as text and enter it again',
  },
  'X01.card': {
    zh: '会员服务卡号是数值格式，末几位已丢失，请改为文本格式后重新填写',
    en: 'The service card number is stored as a number and has lost its last digits: format the cell as text and enter it again',
  },
  'X01.code': {
    zh: '统一社会信用代码是数值格式，第16位以后已丢失，请改为文本格式后重新填写',
    en: 'The credit code is stored as a number and has lost its last digits: format the cell as text and enter it again',
  },
  'X02.number': {
    zh: '身份证号末三位为000，疑似曾被Excel截断，请核对原件',
    en: 'The ID number ends in 000 and may have been cut off by Excel: compare with the card',
  },
  'X03.number': {
    zh: '身份证号是科学计数法，号码已丢失，请改为文本格式后重新填写',
    en: 'The ID number is in scientific notation and is lost: format the cell as text and enter it again',
  },
  'X03.code': {
    zh: '统一社会信用代码是科学计数法，代码已丢失，请改为文本格式后重新填写',
    en: 'The credit code is in scientific notation and is lost: format the cell as text and enter it again',
  },
  'X07.look_alike': {
    zh: '身份证号末位不是字母X，请核对',
    en: 'The last character of the ID number only looks like the letter X: check it',
  },
  'X08.old_number': {
    zh: '15位旧身份证号，请确认换算后的18位号码',
    en: 'This is an old ID number of 15 digits: confirm the converted number of 18',
  },
  'X09.number': {
    zh: '身份证号不正确，请对照身份证核对位数、日期和校验位',
    en: 'The ID number is wrong: compare length, date and check digit with the card',
  },
  'X10.sex': {
    zh: '性别与身份证号不一致，请核对',
    en: 'The sex differs from the ID number: check both',
  },
  'X10.birth': {
    zh: '出生日期与身份证号不一致，请核对',
    en: 'The birth date differs from the ID number: check both',
  },
  'X11.date': {
    zh: '{field}的日期无法确定，请写成 2017-08-16 的样子',
    en: '{field} cannot be determined: write it like 2017-08-16',
  },
  'X12.count': {
    zh: '{field}：人数不是准确数字，请填写准确人数',
    en: '{field} is not an exact number: enter the exact count',
  },
  'X13.money': {
    zh: '{field}：金额不是准确数字，请填写准确金额',
    en: '{field} is not an exact amount: enter the exact amount',
  },
  'X17.hidden_row': {
    zh: '该行在表中被隐藏，请确认是否导入',
    en: 'This row is hidden in the sheet: confirm whether to import it',
  },
  'X19.error': {
    zh: '{field}是公式且结果为错误值，请填写实际内容',
    en: '{field} is a formula without a usable result: enter the value itself',
  },
  'X20.repeated': {
    zh: '与本表前面的行身份证号、姓名相同，请确认是否重复',
    en: 'An earlier row has the same ID number and name: confirm that this one is a repetition',
  },
  'X20.two_names': {
    zh: '同一身份证号有两个姓名，请核对',
    en: 'The same ID number stands with two names: check both',
  },
  'X20.two_numbers': {
    zh: '同名同生日有两个身份证号，请核对是否同一人',
    en: 'The same name and birthday stand with two ID numbers: check whether it is one person',
  },
  'X20.repeated_unit': {
    zh: '与本表前面的单位重复，请确认',
    en: 'An earlier row has the same code and name: confirm that this one is a repetition',
  },
  'X20.code_two_names': {
    zh: '同一代码有两个单位名称，请核对',
    en: 'The same code stands with two names: check both',
  },
  'X20.name_two_codes': {
    zh: '同一单位名称有两个代码，请核对',
    en: 'The same name stands with two codes: check both',
  },
  'X21.two_unions': {
    zh: '同一人出现在两个工会，请发起会籍转接',
    en: 'The same person stands in two unions: start a membership transfer',
  },
  'X22.employer_unknown': {
    zh: '工作单位名称与台账不一致，请选择',
    en: 'The employer is not in the register by this name: choose it',
  },
  'X22.branch': {
    zh: '填写的是分公司，代码是总公司，请确认',
    en: 'The name is a branch, the code is the head company: confirm which one is meant',
  },
  'X22.code_unknown': {
    zh: '工作单位的统一社会信用代码不在台账中，请选择单位或先登记',
    en: 'The employer’s credit code is not in the register: choose the employer or register it first',
  },
  'X22.union_unknown': {
    zh: '所属工会不在台账中，请选择',
    en: 'The union is not in the register: choose it',
  },
  'X23.union_code': {
    zh: '单位代码栏填的是工会的统一社会信用代码，请改填单位自己的代码',
    en: 'The code of a union stands where the employer’s belongs: enter the employer’s own code',
  },
  'X23.swapped': {
    zh: '单位代码与工会代码填反了，请确认互换',
    en: 'The codes of employer and union are swapped: confirm the exchange',
  },
  'X24.list': {
    zh: '{field}的选项不在代码表中，请选择',
    en: '{field} is not one of the listed values: choose one',
  },
  'X24.six_haves': {
    zh: '“六有”填写内容不在代码表中，请填 √ 或 ×',
    en: 'A mark of the six haves is not readable: enter √ or ×',
  },
  'X25.mobile': {
    zh: '手机号码不是11位有效号码，请核对',
    en: 'The mobile number is not a valid number of 11 digits: check it',
  },
  'X27.name': {
    zh: '姓名含有公式字符，不能作为姓名，请填写真实姓名',
    en: 'The name begins like a formula and cannot be a name: enter the real one',
  },
  'X27.unit': {
    zh: '单位名称含有公式字符，不能作为单位名称，请填写真实名称',
    en: 'The name begins like a formula and cannot be a name: enter the real one',
  },
  'X28.strike': {
    zh: '该行有删除线，请确认是否已离会',
    en: 'This row is struck through: confirm whether the member has left',
  },
  'X29.remark': {
    zh: '备注含需要人工处理的内容：{words}',
    en: 'The remark says something a person must act on: {words}',
  },
  'U01.employer': {
    zh: '统一社会信用代码校验不通过，请核对',
    en: 'The credit code fails its check: compare it with the licence',
  },
  'U01.unit': {
    zh: '单位统一社会信用代码校验不通过，请核对',
    en: 'The unit’s credit code fails its check: compare it with the licence',
  },
  'U01.union': {
    zh: '工会统一社会信用代码校验不通过，请核对',
    en: 'The union’s credit code fails its check: compare it with the certificate',
  },
  'O01.missing': { zh: '缺少上级工会，请填写', en: 'The parent union is missing: fill it in' },
  'O01.unknown': {
    zh: '上级工会不在本表中，请补充该工会或改正名称',
    en: 'The parent union is not in this sheet: add its row or correct the name',
  },
  'O02.own': {
    zh: '上级工会填的是本单位，请改正',
    en: 'The union stands as its own parent: correct it',
  },
  'O02.cycle': {
    zh: '上级工会互为上下级，请改正',
    en: 'The parent unions form a circle: correct one of them',
  },
  'O03.members': {
    zh: '会员人数大于职工人数，请核对',
    en: 'There are more members than workers: check both numbers',
  },
  'O03.women_employees': {
    zh: '女职工数大于职工人数，请核对',
    en: 'There are more women workers than workers: check both numbers',
  },
  'O03.women_members': {
    zh: '女会员数大于会员数，请核对',
    en: 'There are more women members than members: check both numbers',
  },
} as const satisfies Record<string, ReasonText>
