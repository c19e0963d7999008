export const deliver = {
  'cli.deliver': '用工作簿生成项目交付物：思维导图、幻灯片、结算单、合同附件。',
  'cli.merge-map':
    '收回改过的思维导图：发出的导图、改过的导图和工作簿现状三方合并，写成新工作簿或项目文件。冲突逐条列出，不改数据。',
  'cli.argument.map': '改过的导图（.mm、.opml、.xmind、.md）',
  'cli.option.mindmap':
    '思维导图：.mm（FreeMind、Freeplane）、.opml、.xmind、.md、.svg、.png，可以一次给几个文件',
  'cli.option.slides': '幻灯片（.pptx）',
  'cli.option.statement': '结算单：.docx、.pdf，可以两个都要',
  'cli.option.interview': '访谈提纲（访谈者用）：.docx、.pdf 或两者',
  'cli.option.requests': '资料清单，附各表样例：.docx、.pdf 或两者',
  'deliver.interview.lead': '供访谈者使用，不发给受访者。条目为已选用或待定的价值驱动点与痛点。',
  'deliver.interview.none': '目录里没有访谈问题。',
  'deliver.requests.lead':
    '请按清单准备资料；口径不同或没有的，请注明，不必另做。样例中的数字是虚构的，只示意格式。',
  'deliver.requests.none': '目录里没有资料要求。',
  'deliver.requests.samples': '各表样例',
  'cli.option.annex': '价值对赌的合同附件：.docx、.pdf，可以两个都要',
  'cli.option.slideTemplate': '本公司的幻灯片模板（.pptx、.potx）：用它的版式、颜色和字体',
  'cli.option.print': '给甲方看和打印的工作簿（.xlsx）：不含计算过程表、空行和演算列，一律 A4',
  'cli.option.audience': '幻灯片给谁看：steering 指导委员会，team 项目组；不写即 team',
  'cli.option.brand':
    '本公司的颜色、字体和标志（.json）：name、accent、accentDark、ink、font、logo',
  'cli.option.periodToState': '结算单的结算期；不写即工作簿将要结算的一期',
  'cli.option.font': 'PDF 用的字体文件，先常规后粗体；不写即用系统里的中文字体',
  'cli.option.langOfDeliverables': '交付物的语言：zh-CN、zh-TW、en；不写即工作簿的语言',
  'cli.option.sent': '发出时的导图，哪种格式都行',
  'cli.option.otherMap': '即使导图属于另一个项目也采用',
  'cli.option.sweeping': '即使导图改动的多于保留的也采用',
  'cli.option.outMerged': '要写的工作簿（.xlsx）或项目文件（.json）',
  'cli.deliver.making': '正在生成 {file} …',
  'cli.deliver.nothing':
    '没有要生成的东西。请用 --mindmap、--slides、--statement、--annex、--interview、--requests 或 --print 给出文件名。',
  'cli.deliver.audience': '没有“{name}”这类读者。请用 {values}。',
  'cli.deliver.brand':
    '{file} 不是品牌文件，问题在 {place}。可用的项：name、accent、accentDark、ink、font、logo；颜色写成 12697A。',
  'cli.deliver.badFont':
    '{file}不是可用的字体。请给出 .ttf 或 .otf 文件；字体集（.ttc）请先取出其中的字体。',
  'cli.deliver.fonts': '--font 只接受常规和粗体两个字体，给了{count}个文件。请给出一个或两个。',
  'cli.deliver.fontUnused': '--font 只用于 .pdf 和 .png，而这里都不需要。请去掉它。',
  'cli.deliver.noFont': '没有找到可用于 PDF 的中文字体。请用 --font 给出字体文件，或改为 .docx。',
  'cli.merge.change': '{id}：{part}：{now} → {map}',
  'cli.merge.added': '新增：{text}',
  'cli.merge.done': '改动 {changes} 处，新增 {added} 项，冲突 {conflicts} 处。已写入 {file}',

  'deliver.part': '{title}（{part}/{parts}）',
  'deliver.steering': '指导委员会汇报',
  'deliver.team': '项目组工作稿',
  'deliver.asOf': '数据截至 {day}',
  'deliver.meaning': '含义',
  'deliver.agreed': '约定事项',

  'deliver.statement.title': '价值结算单',
  'deliver.statement.inPeriod': '本期金额',
  'deliver.statement.toDate': '累计与应付',
  'deliver.statement.measured': '各条款达成情况',
  'deliver.statement.perTerm': '各条款金额',
  'deliver.statement.ledger': '此前已签署',
  'deliver.statement.audit': '附录：本次应付怎么算出来的',
  'deliver.statement.auditText':
    '先列出依据的读数、约定与已签字金额及其证据，再列出规则（每条一次），最后从上到下列出每一步及其所循的规则。[n] 指第 n 项的数值；round(x; n) 四舍五入到 n 位小数，min、max 取最小、最大，abs 取绝对值，int 向下取整。只用计算器即可重算；数值以小数表示，35% 写作 0.35。',
  'deliver.statement.auditRules': '附录：规则',
  'deliver.statement.auditSteps': '附录：各步计算',
  'deliver.statement.basis': '计算依据',
  'deliver.statement.basisText':
    '本单金额逐项取自工作簿的合同、条款、结算和结算单各表，未另行计算。运算次序、曲线和条件见合同附件。签署后请用加载项或命令行登记到台账，数据随即冻结。',
  'deliver.clauses.house': '本产品的措辞，签署前请法务审阅。',
  'deliver.clause.objection':
    '异议期。收到结算单后 {days} 天内无书面异议即视为认可；有异议的，只暂缓争议部分。',
  'deliver.clause.clientDuties':
    '甲方义务。甲方按计划所列日期提供人员、决策和系统；如有延误，以其为前提的日期顺延相同天数。',
  'deliver.clause.dataAccess':
    '数据访问。结算未完成期间，乙方可读取计算指标所用的数据，双方都能从同一来源重新计算读数。',
  'deliver.clause.forceMajeure':
    '不可抗力。双方都不能控制的事件使读数失真时，双方以书面形式调整基线或统计窗口并写明原因，任何一方不因事件本身得利或受损。',
  'deliver.clause.termination':
    '提前终止。已到期的各期照约结算；进行中的一期，按终止日已赚取的金额和已过天数的比例结算。',
  'deliver.clause.expert':
    '独立专家。双方在30天内不能就读数或金额达成一致的，由{expert}裁定，裁定对双方有约束力，费用由不利一方承担。',
  'deliver.clause.anyExpert': '双方共同指定的独立专家',
  'deliver.clause.correction':
    '签署即定格该期金额。签错的，由同一期之后的一次签署更正，写明取代哪一次和原因。两次签署都留在台账中，只以后一次为准；其金额取代签错的金额，已据此支付的予以冲抵。已签署的内容不修改、不删除。',
  'deliver.curve.named': '{name}：{words}',
  'deliver.curve.below': '达成率低于 {at} 不付。',
  'deliver.curve.from': '达到 {at}，付对赌额的 {pays}。',
  'deliver.curve.rising': '均匀上升，到 {at} 付 {pays}。',
  'deliver.curve.beyond': '再高也只付 {pays}。',
  'deliver.curve.near': '与目标相差 {at} 以内视同达标。',
  'deliver.annex.title': '合同附件：价值对赌条款',
  'deliver.annex.parties': '双方与费用',
  'deliver.annex.conditions': '条件与期限',
  'deliver.annex.evidence': '证据与数据来源',
  'deliver.annex.points': '达成率 → 支付比例',
  'deliver.annex.curvesText':
    '低于第一点不支付，超过最后一点不再增加。线性：两点之间按直线；阶梯：到达一点才跳到该点的支付比例。',
  'deliver.annex.correction': '签错如何更正',
  'deliver.annex.notWith': '只给其一计价',
  'deliver.annex.metrics': '指标定义',
  'deliver.annex.notAgreed': '未约定。',

  'deliver.conflict.both-changed':
    '{item}：{part}两边都改了。发出时“{sent}”，导图“{map}”，现在“{now}”；保留现在的',
  'deliver.conflict.removed-but-changed': '{item}：导图里删了，工作簿里又改过；保留',
  'deliver.conflict.gone-but-changed':
    '{item}：导图改了{part}（“{map}”），但工作簿里已不再选它；未取',
  'deliver.conflict.other-step': '{item}：导图里移到了别的步骤；未移动',
  'deliver.conflict.no-step': '{item}：不在任何步骤之下，不知归到哪里；未取',
  'deliver.conflict.duplicate': '{item}：同一编号在导图里出现两次，只取第一个；未取“{map}”',
  'deliver.conflict.figure': '{item}：{part}是数字，不从导图取（导图“{map}”）；请在工作簿里改',
  'deliver.conflict.frame':
    '“{sent}”在导图里改名为“{map}”：步骤和维度的名称不从导图取；请在工作簿里改',
  'deliver.conflict.arrow': '{item}：画了一条指向“{map}”的箭头；箭头由模型给出，没有采用',
  'deliver.conflict.unheld': '{item}：“{map}”在工作簿里没有地方放，没有采用',
  'deliver.part.title': '项目名称',
  'deliver.part.text': '措辞',
  'deliver.part.note': '说明',
  'deliver.part.dimension': '维度',
  'deliver.part.presence': '挑选',
} as const;
