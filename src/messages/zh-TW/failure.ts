export const failure = {
  'failure.cancelled': '已取消。沒有留下半成品。',
  'failure.not-ours':
    '這個活頁簿裡沒有 APPFI 專案。請在其中佈置一個，或使用由 APPFI 生成的活頁簿。',
  'failure.newer-layout': '這個活頁簿由更新的 APPFI（{addIn}）生成。請先更新 APPFI。',
  'failure.unknown-catalog': '找不到模型目錄「{catalog}」。請把它的目錄檔案也開啟。',
  'failure.catalog-other':
    '這個活頁簿不是按 {catalog} 規劃的，而是按 {has}。請使用它所用模型的新版本。',
  'failure.catalog-older': '{catalog} {version} 比活頁簿中的版本（{has}）舊。請使用更新的檔案。',
  'failure.gone':
    '活頁簿中找不到這裡需要的內容：某行、某表、某列或某張工作表已被刪除或改名。請檢查並修復活頁簿，或撤銷刪除。',

  'failure.not-xlsx': '這不是 Excel 活頁簿。請使用由 Excel 儲存的 .xlsx 檔案。',
  'failure.encrypted': '活頁簿有密碼保護。請在 Excel 中開啟並去掉密碼，儲存後再試一次。',
  'failure.broken': '活頁簿已損壞。請在 Excel 中開啟，讓 Excel 修復並儲存，然後再試一次。',
  'failure.too-large': '檔案太大。請在 Excel 中刪去不用的內容，儲存後再試一次。',
  'failure.old-xls': '這是舊的 .xls 檔案。請在 Excel 中開啟，另存為 .xlsx，再使用那個檔案。',
  'failure.not-template':
    '這不是 APPFI 範本，或者隨範本發出的內容已丟失。如有發出時的原件，請一併給出。',
  'failure.damaged': '隨範本發出的內容被改動，不可信。如有發出時的原件，請一併給出。',
  'failure.newer': '此檔案由更新的 APPFI 生成。請更新 APPFI 後再試。',

  'failure.cell-edit': '有儲存格正在編輯。請按 Enter 或 Esc 結束編輯，再試一次。',
  'failure.access-denied':
    'Excel 不允許修改：活頁簿或工作表可能受保護、只讀。請解除保護，再試一次。',
  'failure.item-not-found': '活頁簿裡少了需要的工作表、表或名稱。請修復活頁簿，再試一次。',
  'failure.change-too-large':
    '一次改動超出 Excel 的限制。請關閉其他活頁簿後再試，或改用桌面版 Excel。',
  'failure.busy': 'Excel 正忙。請稍等片刻，再試一次。',
  'failure.offline': '沒有連上 Excel 服務。請檢查網路，再試一次。',
  'failure.not-loaded':
    '窗格的一部分沒有載入成功。請檢查網路後重新載入窗格；活頁簿中的內容不會丟失。',
} as const;
