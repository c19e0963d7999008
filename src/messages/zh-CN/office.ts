/** What was found in a workbook, and what to do about it. */
export const office = {
  'finding.table-missing': '工作表“{sheet}”中的表 {table} 不见了。请修复工作簿，把它放回来。',
  'finding.sheet-missing': '工作表“{sheet}”不见了。请修复工作簿，把它放回来。',
  'finding.table-renamed':
    '工作表“{sheet}”中的表 {expected} 改名为 {found}，已照新名识别，无需处理。',
  'finding.sheet-renamed': '工作表“{expected}”改名为“{found}”，已照新名识别，无需处理。',
  'finding.column-missing':
    '工作表“{sheet}”中的表 {table} 少了“{expected}”列。请修复工作簿，把它放回来。',
  'finding.header-renamed':
    '工作表“{sheet}”中，表 {table} 的列标题“{expected}”改为“{found}”，已照新标题识别，无需处理。',
  'finding.row-deleted':
    '工作表“{sheet}”中，表 {table} 的 {row} 行已被删除，刷新时不会再出现。要找回请修复。',
  'finding.row-unknown':
    '工作表“{sheet}”中，表 {table} 的 {row} 行不在目录里，内容保留不变。请核对它的编号，或删除该行。',
  'finding.row-duplicated':
    '工作表“{sheet}”中，表 {table} 的 {row} 行出现了两次，第二行当作自定义行。请修复，给它新的编号。',
  'finding.rows-displaced':
    '工作表“{sheet}”中，表 {table} 有些行与别行的隐藏编号并排，像是排序时没有带上那一列。已按文字读取；请重新生成布局，把编号归位。',
  'finding.rows-crossed':
    '工作表“{sheet}”中，表 {table} 有几行写着别行的文字，像是整块粘到了别处；其余内容说的是哪一行无从得知：{found}。请撤销，或把文字放回各自的回答旁边。',
  'finding.entry-changed':
    '工作表“{sheet}”中，列表 {table} 的选项“{expected}”改成了“{found}”，但公式按原词计算。请修复，恢复原词。',
  'finding.formula-overwritten':
    '{place} 的公式被改写（现为“{found}”），结果不再可靠。请修复，恢复公式。',
  'finding.name-missing': '名称 {expected}（{found}）不见了。请修复工作簿，把它放回来。',
  'finding.value-unknown': '{place} 的值“{found}”不在可选项里。请从下拉列表中重新选择。',
  'finding.sign-unseen':
    '{place} 的文字“{found}”里有制表符等看不见的字符，导图和文档里会显示为空格或不显示。请重新输入，去掉它。',
  'finding.name-taken': '工作簿里已有名为“{found}”的工作表、表或名称。请先给它改名，再生成工作簿。',
  'finding.catalog-differs':
    '目录 {row} 与生成时不是同一版（工作簿 {found}，现在 {expected}）。请刷新工作簿，补齐新内容。',
  'finding.catalog-offered':
    '已有目录 {row} {expected} 版；本工作簿按 {found} 版读取。要看会有哪些变化，请用“模型的新版本”或 appfi upgrade --dry-run。',
  'finding.item-retired': '“{row}”自目录 {expected} 版起停用。该条目及其填写内容保留。',
  'finding.definition-kept':
    '“{row}”保持 {found} 版的定义，因为合同或签署以它为准。是否采用新定义，请用“模型的新版本”或 appfi upgrade --take 决定。',
  'finding.layout-earlier':
    '工作簿由 {found} 版生成，数字按那一版的规则计算。请刷新工作簿；填写的内容和已签署的金额不变。',
  'finding.measure-missing':
    '“{found}”未说明读数性质。请在工作表“{sheet}”的“{column}”列选择；在此之前其读数不计入，也不能据此签署。',
  'finding.place.cell': '工作表“{sheet}”中，表 {table} 的 {row} 行“{column}”列',
  'finding.place.column': '工作表“{sheet}”中，表 {table} 的“{column}”列',
  'finding.place.sheet': '工作表“{sheet}”的文字',
  'finding.place.name': '名称 {name}',
  'value.observed': '本公司以往项目（最低–中位–最高）：{figures}',
  'value.observed.baseline': '改进前',
  'value.observed.actual': '改进后',
  'amounts.rule.measure':
    '读数按其度量方式计：年度数和滚动数不相加，流量折成一年，比率用分子之和除以分母之和',
  'amounts.rule.limit': '恰好到线就算到线，比较前不取整',
  'amounts.rule.cutoff': '一期的价值只算到该期日期、只算读数覆盖的时间，不重复分成',
  'amounts.rule.due': '未到期的不应付；保底和封顶自结算期日期起生效',
  'amounts.rule.return': '回报计入付给乙方的费用，各项收益按各自的起点和爬坡计',
  'amounts.rule.missing': '缺输入的指标说明缺什么，不给数字',
  'amounts.rule.catalog': '目录改变了它的度量方式',
  'amounts.why': '{rule}（docs/from-0.1.md#{id}）',
} as const;
