export const catalog = {
  'catalog.problem.too-large': '文件超过{limit} MB。请拆成多个目录分别载入。',
  'catalog.problem.not-json': '文件不是有效的JSON：{detail}。请用JSON编辑器检查后重新载入。',
  'catalog.problem.unsafe-key': '{place}：不允许使用“{key}”作为名称。请删除或改名。',
  'catalog.problem.unknown-key': '{place}：没有名为{keys}的字段。请核对拼写或删除。',
  'catalog.problem.missing': '{place}：必填，但没有填写。请补上。',
  'catalog.problem.wrong-type': '{place}：应为{type}。请修改。',
  'catalog.problem.not-allowed': '{place}：只能是{values}之一。请修改。',
  'catalog.problem.at-most': '{place}：超过上限{limit}。请缩短或减少。',
  'catalog.problem.at-least': '{place}：低于下限{limit}。请补足。',
  'catalog.problem.query-parts':
    '{where}：query 与指标不合：有分母的要 numerator 和 denominator，没有的要 value。请修改。',
  'catalog.problem.query-table':
    '{where}：没有标准表“{table}”。请用 docs/canonical-tables.md 中的一张。',
  'catalog.problem.query-column':
    '{where}：标准表“{table}”没有列“{column}”，或其类型不合。请查 docs/canonical-tables.md。',
  'catalog.problem.bad-id':
    '{place}：编号只能由小写字母、数字组成，以“.”或“-”分段，如 ka.pain.esp.no-plan。请修改。',
  'catalog.problem.unreadable-text':
    '{place}：文本只有空白，或含有不可显示的控制字符。请重新输入。',
  'catalog.problem.bad-version': '{place}：版本号应为三段数字，如1.0.0。请修改。',
  'catalog.problem.bad-date': '{place}：日期写作2026-06-30。请修改。',
  'catalog.problem.bad-url': '{place}：应为以http或https开头的完整网址。请修改。',
  'catalog.problem.invalid': '{place}：内容不符合目录格式。请对照目录的JSON Schema修改。',

  'catalog.problem.duplicate-id':
    '{where}：编号出现{count}次。编号必须唯一，请给后来的条目换一个编号。',
  'catalog.problem.unknown-id': '{place}：找不到编号“{to}”。请补上该条目或删除引用。',
  'catalog.problem.unknown-id-near': '{place}：找不到编号“{to}”。是否应为“{near}”？',
  'catalog.problem.wrong-kind':
    '{place}：“{to}”是{kind}，此处只能引用{kinds}。请改引用，或改从另一端建立关联。',
  'catalog.problem.wrong-dimension':
    '{where}：维度“{dimension}”不容纳{kind}。请换一个维度，或在该维度的holds中加入它。',
  'catalog.problem.wrong-module':
    '{where}：模块“{module}”属于维度“{expected}”，而本条目在“{dimension}”。请使两者一致。',

  'catalog.problem.metric-in-dark':
    '{where}：暗线维度“{dimension}”不设自己的指标。请把指标移到读取其价值的明线维度。',
  'catalog.problem.dark-without-read-in':
    '{where}：暗线维度没有说明价值在哪里读取。请在readIn中列出至少一个容纳指标的维度。',
  'catalog.problem.read-in-without-metrics':
    '{where}：readIn中的维度“{to}”不容纳指标。请改为容纳指标的维度。',
  'catalog.problem.read-in-on-bright':
    '{where}：只有暗线维度才有readIn。请删除readIn，或把line设为dark。',
  'catalog.problem.few-dimensions':
    '{where}：容纳{kind}的维度只有{count}个，方法要求{usual}个。请补足。',
  'catalog.problem.empty-dimension': '{where}：维度中没有{kind}。请补充条目，或从holds中删除它。',
  'catalog.problem.module-size':
    '{where}：模块有{count}项功能，宜为{least}至{most}项。请拆分、合并或补充。',

  'catalog.problem.average-without-guards':
    '{where}：平均类指标没有护栏，剔除客户或单据也能把平均值做高。请在guards中列出不得变差的指标。',
  'catalog.problem.range-empty':
    '{where}：第{number}条参照区间没有数值。请填写low、typical、best中至少一个。',
  'catalog.problem.range-order':
    '{where}：第{number}条参照区间次序有误。请按指标的方向，从差到好写low、typical、best。',
  'catalog.problem.range-percent':
    '{where}：第{number}条参照区间远大于1。比率写作0到1之间，如0.75。请修改。',
  'catalog.problem.range-currency':
    '{where}：第{number}条参照区间是金额却没有币种，或不是金额却写了币种。请补上currency（如USD），或删去。',
  'catalog.problem.range-without-address':
    '{where}：参照区间的来源“{source}”没有网址，无从查证。请在sources中补上url，或删除该区间。',
  'catalog.problem.needs-in-circle': '{where}：前置功能绕回了自身：{path}。请删除其中一条needs。',
  'catalog.problem.not-with-itself': '{where}：指标不能与自己二选一。请换一个指标。',
  'catalog.problem.same-level':
    '{where}：成熟度的两个等级证据相同，分不出高低。请分别写明各级能看到什么。',
  'catalog.problem.same-script': '{where}：访谈问题与“{other}”相同。请针对本条改写。',
  'catalog.problem.script-length':
    '{where} · script.{part}：{lang}有{length}字，宜为{least}至{most}字。请调整。',

  'catalog.problem.contract-weights': '{where}：各条款权重合计{percent}%。请分配满100%。',
  'catalog.problem.contract-twice':
    '{where}：“{metric}”对赌了两次。每个指标只写一次，或换一个指标。',
  'catalog.problem.contract-both':
    '{where}：同时对赌“{metric}”和“{other}”，而两者计的是同一份收益。请只留一个。',
  'catalog.problem.guards-itself': '{where}：指标不能作自己的护栏。请换一个指标。',
  'catalog.problem.node-in-itself': '{where}：沿parent往上又回到了这个节点。请改成真正的上级节点。',
  'catalog.problem.node-too-deep': '{where}：价值树最多{deepest}层。请挂到更高的节点下。',
  'catalog.problem.lone-overlap':
    '{where}：价值树节点“{group}”只有这一个指标，也没有上下级节点。请让另一个计同一笔钱的指标也加入，或删除overlap。',
  'catalog.problem.priced-without-drivers':
    '{where}：有货币收益的指标没有货币化参数。请在drivers中列出，或把benefit设为leading。',
  'catalog.problem.leading-with-drivers':
    '{where}：先行指标自身不计价。请删除drivers与divisor，或改为有货币收益的类别。',
  'catalog.problem.ratio-without-denominator':
    '{where}：比率需要分母。请填写denominator，或换一种measure。',
  'catalog.problem.no-measure':
    '{where}：未注明读数性质。请把measure设为level、flow、ratio或rolling；最近十二个月的数是rolling，从不相加。',
  'catalog.problem.level-without-mode':
    '{where}：存量须注明窗口内取什么。请把levelMode设为last，或设为mean（按天数加权平均）。',
  'catalog.problem.mode-without-level':
    '{where}：levelMode只用于存量。请删去，或把measure设为level。',
  'catalog.problem.base-without-flow': '{where}：base只用于流量。请删去，或把measure设为flow。',
  'catalog.problem.unused-driver': '{where}：没有指标或痛点用到这个货币化参数。请引用它或删除它。',

  'catalog.problem.plan-without-ask':
    '{where}：没有承接任何价值驱动点。请在calledBy中关联四问的答案。',
  'catalog.problem.pain-without-ask':
    '{where}：追溯不到任何价值驱动点。请在calledBy中关联四问的答案，或关联已承接四问的规划。',
  'catalog.problem.pain-without-function':
    '{where}：没有功能回应这个痛点。请补充功能，或在某项功能的calledBy中关联它。',
  'catalog.problem.function-without-pain':
    '{where}：没有对应任何痛点。请在calledBy中关联它要解决的痛点。',
  'catalog.problem.innovation-without-caller':
    '{where}：没有前序步骤提出过它。请在calledBy中关联四问、规划、痛点或功能。',
  'catalog.problem.moves-nothing':
    '{where}：{kind}没有带动任何指标。请在moves中关联它要改变的指标。',
  'catalog.problem.unmoved-metric':
    '{where}：没有功能或创新带动这个指标。请在相应功能或创新的moves中关联它。',

  'catalog.problem.no-levels':
    '{where}：其他模块都写了五级成熟度，这个没有。请给每级写一行看得到的证据。',
  'catalog.problem.no-script':
    '{where}：其他价值驱动点和痛点都写了怎么问，这一条没有。请补上访谈脚本。',
  'catalog.problem.no-direction':
    '{where}：其他条目都有价值驱动点或规划在要它，这一条没有。请在calledBy中写明它服务于哪一条。',
  'catalog.problem.part-without-items':
    '{where}：模型页的这一格没有引出可挑选或可读数的条目。请在holds中写维度或模块，或在calls中写条目。',
  'catalog.problem.other-language': '{where}：{lang}文本用的是另一种语言。请翻译。',

  'catalog.problem.same-text': '{where}：{lang}文本与“{other}”相同。请区分或合并这两条。',
  'catalog.problem.similar-text':
    '{where}：文本与“{other}”有{percent}%相同，客户难以分辨。请区分或合并这两条。',
  'catalog.problem.short-text':
    '{where}：{lang}文本{length}个字符，宜为{least}至{most}个。请写具体：谁、何时、何事、何代价。',
  'catalog.problem.long-text':
    '{where}：{lang}文本{length}个字符，宜为{least}至{most}个。请精简，细节移到explanation。',

  'catalog.problem.other-model':
    '{where}：此文件是对“{over}”的修改，不能用于“{base}”。请选择对应的模型，或改正文件中的id。',
  'catalog.problem.changes-unknown':
    '{where}：模型中没有这个编号，无从更改。请核对编号；新条目须写全。',
  'catalog.problem.changes-unknown-near':
    '{where}：模型中没有这个编号，无从更改。是否指“{near}”？新条目须写全。',
  'catalog.problem.no-base':
    '{where}：这个文件像是对某个模型的更改，但没有那个模型。请用 --catalog 给出模型，或把文件写全。',
  'catalog.problem.no-base-near':
    '{where}：这个文件像是对某个模型的更改，但没有那个模型。是否指“{near}”？或用 --catalog 给出模型。',
  'catalog.problem.no-successor':
    '{where}：“{to}”不能承接：目录没有提供这种条目。请核对 replacedBy 和 splitInto。',
  'catalog.problem.succeeded-in-life':
    '{where}：写了由谁承接，但并未停用。请用 retired 写明自哪版停用，或去掉 replacedBy 和 splitInto。',
  'catalog.problem.removes-unknown': '{where} · remove：没有编号为“{to}”的条目可删除。请核对编号。',
  'catalog.problem.removes-unknown-near':
    '{where} · remove：没有编号为“{to}”的条目可删除。是否应为“{near}”？',

  'catalog.problem.sheet-missing':
    '没有工作表“{sheet}”。请加上它和表头行；导出一个目录可以看到样子。',
  'catalog.problem.column-missing':
    '没有“{column}”列。请在表头行加上；字段允许空时单元格可以留空。',
  'catalog.problem.column-unknown':
    '“{column}”不是目录的字段。请改正名称，或清空该单元格及其所属内容。',
  'catalog.problem.column-twice': '“{column}”列出现了两次。请删去一列。',
  'catalog.problem.cell-unreadable': '{column}：“{found}”不是{type}。请修改。',

  'catalog.problem.untranslated': '{where}：只有一种语言，翻译之前另一种语言显示相同文字。',
  'catalog.problem.placeholder-left': '{where}：文字中还有〔甲方〕或[client]之类的占位符。请改写。',
  'catalog.problem.stale-text':
    '{where}：{texts}比另一种语言的措辞旧。请更新译文，并从 stale 中删去。',
  'catalog.problem.suspicious-left':
    '{where}：“{words}”可能是某人或某单位的名称。请改写；确实不是的，在 cleared 下写 yes。',
  'catalog.problem.withheld-left': '{where}：“{words}”在本公司不得外传的词表上。请改写。',
  'catalog.problem.conflicting-wordings':
    '{where}：{item} · {field} 在 {other} 中另有一种措辞。两者只能接受一个。',

  'catalog.word.file': '整个文件',
  'catalog.word.ask': '四问答案',
  'catalog.word.plan': '规划',
  'catalog.word.pain': '痛点',
  'catalog.word.function': '功能',
  'catalog.word.innovation': '创新',
  'catalog.word.metric': '指标',
  'catalog.word.dimension': '维度',
  'catalog.word.module': '模块',
  'catalog.word.driver': '货币化参数',
  'catalog.word.node': '价值树节点',
  'catalog.word.source': '来源',
  'catalog.word.contract': '对赌合同',
  'catalog.word.page': '模型页',
  'catalog.word.string': '文本',
  'catalog.word.number': '数字',
  'catalog.word.int': '整数',
  'catalog.word.boolean': 'true/false',
  'catalog.word.array': '列表',
  'catalog.word.object': '对象',
  'catalog.word.record': '对象',
  'catalog.word.links': '关联（每行一个，如“ka.pain.x 2”）',
  'catalog.word.json': 'JSON',
  'catalog.word.value': '有效的值',
} as const;
