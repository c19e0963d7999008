export const failure = {
  'failure.cancelled': '已取消。没有留下半成品。',
  'failure.not-ours':
    '这个工作簿里没有 APPFI 项目。请在其中布置一个，或使用由 APPFI 生成的工作簿。',
  'failure.newer-layout': '这个工作簿由更新的 APPFI（{addIn}）生成。请先更新 APPFI。',
  'failure.unknown-catalog': '找不到模型目录“{catalog}”。请把它的目录文件也打开。',
  'failure.catalog-other':
    '这个工作簿不是按 {catalog} 规划的，而是按 {has}。请使用它所用模型的新版本。',
  'failure.catalog-older': '{catalog} {version} 比工作簿中的版本（{has}）旧。请使用更新的文件。',
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

  'failure.cell-edit': '有单元格正在编辑。请按 Enter 或 Esc 结束编辑，再试一次。',
  'failure.access-denied':
    'Excel 不允许修改：工作簿或工作表可能受保护、只读。请解除保护，再试一次。',
  'failure.item-not-found': '工作簿里少了需要的工作表、表或名称。请修复工作簿，再试一次。',
  'failure.change-too-large':
    '一次改动超出 Excel 的限制。请关闭其他工作簿后再试，或改用桌面版 Excel。',
  'failure.busy': 'Excel 正忙。请稍等片刻，再试一次。',
  'failure.offline': '没有连上 Excel 服务。请检查网络，再试一次。',
  'failure.not-loaded':
    '窗格的一部分没有加载成功。请检查网络后重新加载窗格；工作簿中的内容不会丢失。',
} as const;
