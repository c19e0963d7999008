export const failure = {
  'failure.cancelled': '已取消。工作簿与之前完全一样。',
  'failure.moved': '别人正在修改同样的表，因此什么也没有写入。请稍等片刻，再试一次。',
  'failure.underway':
    '另一个窗格正在处理这个工作簿：{task}，最近一次活动在 {at}（UTC）。请等它完成，再试一次。',
  'failure.broken-off':
    '对这个工作簿的一次修改在 {at}（UTC）中断了：{task}。请在其中打开窗格，或刷新一次：会先把它恢复妥当。',
  'failure.not-taken-back':
    '修改失败（{code}），撤回也没有完成。工作簿里记下了还要做什么：等 Excel 恢复响应，窗格打开时会自动处理妥当。',
  'task.layOut': '生成工作簿',
  'task.refresh': '刷新',
  'task.repair': '修复',
  'task.remove': '移除工作表',
  'task.merge': '并入答复',
  'task.undo': '撤销合并',
  'task.upgrade': '升级',
  'task.preset': '写入合同',
  'task.sign': '签署',
  'task.preview': '试算',
  'failure.changed-since':
    '此后工作簿又有改动，这一步不能再整体撤销。请先撤销之后的改动，或逐处改回。',
  'failure.not-ours':
    '这个工作簿里没有 APPFI 项目。请在其中布置一个，或使用由 APPFI 生成的工作簿。',
  'failure.newer-layout': '这个工作簿由更新的 APPFI（{addIn}）生成。请先更新 APPFI。',
  'failure.unknown-catalog': '找不到模型目录“{catalog}”。请把它的目录文件也打开。',
  'failure.firm-catalog': '公司目录 {file} 无法加载或有错误。请告知其维护者，并选择其他版本。',
  'failure.catalog-other':
    '这个工作簿不是按 {catalog} 规划的，而是按 {has}。请使用它所用模型的新版本。',
  'failure.catalog-older': '{catalog} {version} 比工作簿中的版本（{has}）旧。请使用更新的文件。',
  'failure.catalog-former':
    '工作簿不是用这份{catalog} {version}制作的，而是用{has}。请给出原来的文件，或者不给。',
  'failure.edition-unknown':
    '工作簿没有自带制作时所用的{catalog} {version}，而金额以其定义为准。请一并给出该版本，或整体采用新版本：--take {catalog}，或在窗格里勾选。',
  'failure.earlier-layout':
    '工作簿由 {addIn} 版生成，当时还没有这里需要的内容。请刷新工作簿；填写的内容和已签署的金额不变。',
  'failure.kept-unfit':
    '项目中保留的 {catalog} 旧版内容无法使用：{problem} 请用 appfi read 重新从工作簿读取，或从 catalogs 中去掉这一部分。',
  'failure.gone':
    '工作簿中找不到这里需要的内容：某行、某表、某列或某张工作表已被删除或改名。请检查并修复工作簿，或撤销删除。',

  'failure.not-xlsx': '这不是 Excel 工作簿。请使用由 Excel 保存的 .xlsx 文件。',
  'failure.encrypted': '工作簿有密码保护。请在 Excel 中打开并去掉密码，保存后再试一次。',
  'failure.broken': '工作簿已损坏。请在 Excel 中打开，让 Excel 修复并保存，然后再试一次。',
  'failure.too-large': '文件太大。请在 Excel 中删去不用的内容，保存后再试一次。',
  'failure.old-xls': '这是旧的 .xls 文件。请在 Excel 中打开，另存为 .xlsx，再使用那个文件。',
  'failure.not-template':
    '这不是 APPFI 模板，或者随模板发出的内容已丢失。如有发出时的原件，请一并给出。',
  'failure.damaged': '随模板发出的内容被改动，不可信。如有发出时的原件，请一并给出。',
  'failure.newer': '此文件由更新的 APPFI 生成。请更新 APPFI 后再试。',

  'failure.ask-step': '“{name}”不问这类人。请从{values}中选。',
  'failure.ask-dimension': '没有维度“{name}”。请从{values}中选。',
  'failure.rows-crossed':
    '“{sheet}”里有的行写着别行的文字，回答会落到错的行：{found}。请先撤销或把文字放回去，再试。什么都没有写入。',
  'failure.ask-dimensionless': '这里所问的内容不分维度。请不要选维度。',
  'failure.ask-nothing': '按这些步骤和维度没有可问的。请另选。',

  'failure.map-large': '思维导图超过 {limit} MB。请从工作簿重新导出后再改。',
  'failure.map-deep': '思维导图嵌套超过 {limit} 层。请减少层级后再试。',
  'failure.map-many': '思维导图超过 {limit} 个节点。请拆分后再试。',
  'failure.map-xml': '思维导图第 {line} 行不是合法的 XML。请在导图软件里重新保存。',
  'failure.map-entities': '思维导图自带 XML 实体定义，不予读取。请在导图软件里重新保存。',
  'failure.map-not-freemind': '不是 FreeMind 或 Freeplane 的导图。请另存为 .mm。',
  'failure.map-not-opml': '不是 OPML 大纲，或大纲是空的。请另存为 OPML 2.0。',
  'failure.map-not-xmind': '不是 XMind 文件，或文件已损坏。请在 XMind 里重新保存。',
  'failure.map-old-xmind': '这是 XMind 8 或更早版本的文件。请用 XMind 2020 以上版本重新保存。',
  'failure.map-not-markdown': '大纲里没有标题也没有条目。请检查文件。',
  'failure.map-foreign': '这张导图不是由本项目生成的。请核对两张导图是否都属于本项目。',
  'failure.map-sweeping':
    '这张导图要改动{items}项中的{changed}项，多于保留的。请核对它是否就是发出去、改过的那一张。',
  'failure.map-ending': '这不是可读回的导图。请用 {endings}。',

  'failure.no-period': '没有第 {period} 个结算期；合同共 {periods} 期。请另选。',
  'failure.unsigned-no-name': '没有写乙方签署人。请写明由谁签署。',
  'failure.unsigned-no-signature': '没有第 {detail} 次签署可供取代。请看“签署台账”表。',
  'failure.unsigned-superseded': '第 {detail} 次签署已被取代。请写取代它的那一次的序号。',
  'failure.unsigned-other-period': '第 {detail} 次签署不属于“{period}”。请签它所属的那一期。',
  'failure.unsigned-no-reason': '请说明为什么取代第 {detail} 次签署，将写入台账。',
  'failure.unsigned-unusual': '{detail}如确需如此，请用文字说明原因（将写入台账）后再签。',
  'failure.unsigned-no-period': '没有第 {period} 个结算期。请另选，或在合同里加上。',
  'failure.unsigned-to-come': '“{period}”还没到。请签已到期的一期，或把截至日期改晚。',
  'failure.unsigned-no-day': '既没有截至日期，也没有读数。请录入读数，或填截至日期。',
  'failure.unsigned-incomplete': '工作簿缺了一部分，或由较早版本生成。请先刷新或修复，再签。',
  'failure.unsigned-value-unknown':
    '价值分成或保底差额取决于“{period}”的价值，而价值未知。请在“对赌合同”表填写双方认可的价值。',
  'failure.unsigned-signed': '“{period}”已经终签。',
  'failure.unsigned-nothing-new': '自上次签署“{period}”以来没有变化。',
  'failure.unsigned-no-amount': '没有可签的金额：{detail}。请先在“对赌合同”或“对赌条款”表中改正。',
  'failure.unsigned-earlier-open': '“{period}”之前的“{detail}”还没有结清。请先签那一期。',
  'failure.unsigned-later-signed':
    '其后的“{detail}”已经签署，其应得余额少于“{period}”这次应付。请先商定差额。',
  'failure.unsigned-checks': '金额所依据的检查未通过：{detail}。请先改正。',
  'failure.unsigned-ledger': '台账被改动。{detail}',
  'failure.unsigned-differs':
    '工作簿与规则有 {detail} 个单元格不一致。请恢复公式，或重新计算并保存工作簿，然后再签。',

  'failure.cell-edit': '有单元格正在编辑。请按 Enter 或 Esc 结束编辑，再试一次。',
  'failure.access-denied':
    'Excel 不允许修改：工作簿以只读方式打开，或受到保护。请点“启用编辑”或“编辑工作簿”，或在“审阅”中解除保护，再试一次。',
  'failure.sheet-protected':
    '工作表受保护：{sheets}。没有做任何改动。请在“审阅”中解除保护，或联系设置保护的人，再试一次。',
  'failure.date-1904':
    '这个工作簿从 1904 年起算日期，所有日期都会差四年。请在“文件 → 选项 → 高级”中取消“使用 1904 日期系统”（Mac：“偏好设置 → 计算”），或使用新工作簿。',
  'failure.name-exists': '需要的工作表、表或名称与已有的重名。请给已有的改名，再试一次。',
  'failure.stopped':
    'Excel 中途停下了：期间切换到别的工作簿时就会这样。请回到这个工作簿，再试一次。',
  'failure.others-editing': '有人同时改了同一处。请等对方的改动显示出来，再试一次。',
  'failure.rows-held':
    'Excel 无法在这里移动行：有筛选、合并单元格、数据透视表，或工作表边缘已有内容。请取消筛选并清开这些内容，再试一次。',
  'failure.excel-lacks':
    '这个 Excel 不支持此操作。请安装更新；Excel 2021、Microsoft 365 和网页版 Excel 都支持。',
  'failure.signed-out': 'Excel 的登录已失效。请重新登录 Office，再试一次。',
  'failure.item-not-found': '工作簿里少了需要的工作表、表或名称。请修复工作簿，再试一次。',
  'failure.change-too-large':
    '一次改动超出 Excel 的限制。请关闭其他工作簿后再试，或改用桌面版 Excel。',
  'failure.busy': 'Excel 正忙。请稍等片刻，再试一次。',
  'failure.offline': '没有连上 Excel 服务。请检查网络，再试一次。',
  'failure.not-loaded':
    '窗格的一部分没有加载成功。请检查网络后重新加载窗格；工作簿中的内容不会丢失。',
  'failure.template-not-pptx': '模板不是 PowerPoint 文件。请给出 .pptx 或 .potx。',
  'failure.template-size':
    '模板的页面不是 16:9 宽屏。请在 PowerPoint 的“幻灯片大小”中改为宽屏再试。',
  'failure.template-layout':
    '模板里没有“{layout}”版式。请在幻灯片母版中加上这个版式（或用这个名字命名）再试。',

  'failure.explain-no-sheet':
    '这个工作簿里没有工作表“{sheet}”。请写工作表的名称，例如 结算单!D24。',
  'failure.explain-no-cell': '没有单元格 {cell}。请写工作表和地址，例如 结算单!D24。',
  'failure.explain-one-cell':
    '{name} 不止一个单元格。请选一个，例如 结算单!D24，或写表的一列加行号，例如 Settlement[earned] 加 --row 7。',
  'failure.explain-empty': '{cell} 是空的，没有可解释的内容。请选一个有数字的单元格。',
  'failure.explain-no-name':
    '没有叫“{name}”的名称或表。最接近的是 {near}；也可以写单元格，例如 结算单!D24。',
  'failure.explain-no-column': '表 {table} 没有“{column}”这一列。最接近的是 {near}。',
  'failure.explain-which-row': '表 {table} 有 {rows} 行。请用行号或行 id 说明是哪一行。',
  'failure.explain-no-row': '表 {table} 没有行“{row}”，它有 {rows} 行。请改用其中的行号或行 id。',
  'failure.explain-no-signature': '没有第 {no} 号签署。“签署台账”表列出了全部签署。',
  'failure.explain-order': '变化要从较早说到较晚，而 {to} 不在 {from} 之后。请对调，或另选。',
  'failure.explain-no-amount': '{day} 的金额算不出：{reason}。请先解决，或换一天。',
  'failure.readings-too-many-rows':
    '数据超过 {rows} 行，这里装不下。请改用装有 DuckDB 的命令行（npm install @duckdb/node-api），它能读取超出内存的文件；或减少行数。',
  'failure.readings-sql': 'SQL 只能是一条 SELECT：{detail}。请改成一条只读的查询。',
  'failure.readings-no-mapping': '工作簿没有保存映射。请用 --mapping 给出。',
  'failure.readings-bad-mapping': '映射 {mapping} 不能用：{detail}',
} as const;
