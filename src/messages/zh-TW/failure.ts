export const failure = {
  'failure.cancelled': '已取消。活頁簿與之前完全一樣。',
  'failure.moved': '別人正在修改同樣的表，因此什麼也沒有寫入。請稍等片刻，再試一次。',
  'failure.underway':
    '另一個窗格正在處理這個活頁簿：{task}，最近一次活動在 {at}（UTC）。請等它完成，再試一次。',
  'failure.broken-off':
    '對這個活頁簿的一次修改在 {at}（UTC）中斷了：{task}。請在其中開啟窗格，或重新整理一次：會先把它恢復妥當。',
  'failure.not-taken-back':
    '修改失敗（{code}），撤回也沒有完成。活頁簿裡記下了還要做什麼：等 Excel 恢復回應，窗格開啟時會自動處理妥當。',
  'task.layOut': '生成活頁簿',
  'task.refresh': '重新整理',
  'task.repair': '修復',
  'task.remove': '移除工作表',
  'task.merge': '併入答覆',
  'task.undo': '復原合併',
  'task.upgrade': '升級',
  'task.preset': '寫入合約',
  'task.sign': '簽署',
  'task.preview': '試算',
  'failure.changed-since':
    '此後活頁簿又有改動，這一步不能再整體復原。請先復原之後的改動，或逐處改回。',
  'failure.not-ours':
    '這個活頁簿裡沒有 APPFI 專案。請在其中佈置一個，或使用由 APPFI 生成的活頁簿。',
  'failure.newer-layout': '這個活頁簿由更新的 APPFI（{addIn}）生成。請先更新 APPFI。',
  'failure.unknown-catalog': '找不到模型目錄「{catalog}」。請把它的目錄檔案也開啟。',
  'failure.firm-catalog': '公司目錄 {file} 無法載入或有錯誤。請告知其維護者，並選擇其他版本。',
  'failure.catalog-other':
    '這個活頁簿不是按 {catalog} 規劃的，而是按 {has}。請使用它所用模型的新版本。',
  'failure.catalog-older': '{catalog} {version} 比活頁簿中的版本（{has}）舊。請使用更新的檔案。',
  'failure.catalog-former':
    '活頁簿不是用這份{catalog} {version}製作的，而是用{has}。請給出原來的檔案，或者不給。',
  'failure.edition-unknown':
    '活頁簿沒有自帶製作時所用的{catalog} {version}，而金額以其定義為準。請一併給出該版本，或整體採用新版本：--take {catalog}，或在窗格裡勾選。',
  'failure.earlier-layout':
    '活頁簿由 {addIn} 版生成，當時還沒有這裡需要的內容。請重新整理活頁簿；填寫的內容和已簽署的金額不變。',
  'failure.kept-unfit':
    '專案中保留的 {catalog} 舊版內容無法使用：{problem} 請用 appfi read 重新從活頁簿讀取，或從 catalogs 中去掉這一部分。',
  'failure.gone':
    '活頁簿中找不到這裡需要的內容：某列、某表、某欄或某張工作表已被刪除或改名。請檢查並修復活頁簿，或復原刪除。',

  'failure.not-xlsx': '這不是 Excel 活頁簿。請使用由 Excel 儲存的 .xlsx 檔案。',
  'failure.encrypted': '活頁簿有密碼保護。請在 Excel 中開啟並去掉密碼，儲存後再試一次。',
  'failure.broken': '活頁簿已損壞。請在 Excel 中開啟，讓 Excel 修復並儲存，然後再試一次。',
  'failure.too-large': '檔案太大。請在 Excel 中刪去不用的內容，儲存後再試一次。',
  'failure.old-xls': '這是舊的 .xls 檔案。請在 Excel 中開啟，另存為 .xlsx，再使用那個檔案。',
  'failure.not-template':
    '這不是 APPFI 範本，或者隨範本發出的內容已丟失。如有發出時的原件，請一併給出。',
  'failure.damaged': '隨範本發出的內容被改動，不可信。如有發出時的原件，請一併給出。',
  'failure.newer': '此檔案由更新的 APPFI 生成。請更新 APPFI 後再試。',

  'failure.ask-step': '「{name}」不問這類人。請從{values}中選。',
  'failure.ask-dimension': '沒有維度「{name}」。請從{values}中選。',
  'failure.rows-crossed':
    '「{sheet}」裡有的列寫著別列的文字，回答會落到錯的列：{found}。請先復原或把文字放回去，再試。什麼都沒有寫入。',
  'failure.ask-dimensionless': '這裡所問的內容不分維度。請不要選維度。',
  'failure.ask-nothing': '按這些步驟和維度沒有可問的。請另選。',

  'failure.map-large': '心智圖超過 {limit} MB。請從活頁簿重新匯出後再改。',
  'failure.map-deep': '心智圖巢狀超過 {limit} 層。請減少層級後再試。',
  'failure.map-many': '心智圖超過 {limit} 個節點。請拆分後再試。',
  'failure.map-xml': '心智圖第 {line} 行不是合法的 XML。請在心智圖軟體裡重新儲存。',
  'failure.map-entities': '心智圖自帶 XML 實體定義，不予讀取。請在心智圖軟體裡重新儲存。',
  'failure.map-not-freemind': '不是 FreeMind 或 Freeplane 的心智圖。請另存為 .mm。',
  'failure.map-not-opml': '不是 OPML 大綱，或大綱是空的。請另存為 OPML 2.0。',
  'failure.map-not-xmind': '不是 XMind 檔案，或檔案已損壞。請在 XMind 裡重新儲存。',
  'failure.map-old-xmind': '這是 XMind 8 或更早版本的檔案。請用 XMind 2020 以上版本重新儲存。',
  'failure.map-not-markdown': '大綱裡沒有標題也沒有條目。請檢查檔案。',
  'failure.map-foreign': '這張心智圖不是由本專案生成的。請核對兩張心智圖是否都屬於本專案。',
  'failure.map-sweeping':
    '這張心智圖要改動{items}項中的{changed}項，多於保留的。請核對它是否就是發出去、改過的那一張。',
  'failure.map-ending': '這不是可讀回的心智圖。請用 {endings}。',

  'failure.no-period': '沒有第 {period} 個結算期；合約共 {periods} 期。請另選。',
  'failure.unsigned-no-name': '沒有寫乙方簽署人。請寫明由誰簽署。',
  'failure.unsigned-no-signature': '沒有第 {detail} 次簽署可供取代。請看「簽署台帳」表。',
  'failure.unsigned-superseded': '第 {detail} 次簽署已被取代。請寫取代它的那一次的序號。',
  'failure.unsigned-other-period': '第 {detail} 次簽署不屬於「{period}」。請簽它所屬的那一期。',
  'failure.unsigned-no-reason': '請說明為什麼取代第 {detail} 次簽署，將寫入台帳。',
  'failure.unsigned-unusual': '{detail}如確需如此，請用文字說明原因（將寫入台帳）後再簽。',
  'failure.unsigned-no-period': '沒有第 {period} 個結算期。請另選，或在合約裡加上。',
  'failure.unsigned-to-come': '「{period}」還沒到。請簽已到期的一期，或把截至日期改晚。',
  'failure.unsigned-no-day': '既沒有截至日期，也沒有讀數。請輸入讀數，或填截至日期。',
  'failure.unsigned-incomplete': '活頁簿缺了一部分，或由較早版本生成。請先重新整理或修復，再簽。',
  'failure.unsigned-value-unknown':
    '價值分成或保底差額取決於「{period}」的價值，而價值未知。請在「對賭合約」表填寫雙方認可的價值。',
  'failure.unsigned-signed': '「{period}」已經終簽。',
  'failure.unsigned-nothing-new': '自上次簽署「{period}」以來沒有變化。',
  'failure.unsigned-no-amount':
    '沒有可簽的金額：{detail}。請先在「對賭合約」或「對賭條款」表中改正。',
  'failure.unsigned-earlier-open': '「{period}」之前的「{detail}」還沒有結清。請先簽那一期。',
  'failure.unsigned-later-signed':
    '其後的「{detail}」已經簽署，其應得餘額少於「{period}」這次應付。請先商定差額。',
  'failure.unsigned-checks': '金額所依據的檢查未通過：{detail}。請先改正。',
  'failure.unsigned-ledger': '台帳被改動。{detail}',
  'failure.unsigned-differs':
    '活頁簿與規則有 {detail} 個儲存格不一致。請恢復公式，或重新計算並儲存活頁簿，然後再簽。',

  'failure.cell-edit': '有儲存格正在編輯。請按 Enter 或 Esc 結束編輯，再試一次。',
  'failure.access-denied':
    'Excel 不允許修改：活頁簿以唯讀方式開啟，或受到保護。請點「啟用編輯」或「編輯活頁簿」，或在「校閱」中解除保護，再試一次。',
  'failure.sheet-protected':
    '工作表受保護：{sheets}。沒有做任何改動。請在「校閱」中解除保護，或聯絡設定保護的人，再試一次。',
  'failure.date-1904':
    '這個活頁簿從 1904 年起算日期，所有日期都會差四年。請在「檔案 → 選項 → 進階」中取消「使用 1904 日期系統」（Mac：「偏好設定 → 計算」），或使用新活頁簿。',
  'failure.name-exists': '需要的工作表、表或名稱與已有的重名。請給已有的改名，再試一次。',
  'failure.stopped':
    'Excel 中途停下了：期間切換到別的活頁簿時就會這樣。請回到這個活頁簿，再試一次。',
  'failure.others-editing': '有人同時改了同一處。請等對方的改動顯示出來，再試一次。',
  'failure.rows-held':
    'Excel 無法在這裡移動列：有篩選、合併儲存格、樞紐分析表，或工作表邊緣已有內容。請取消篩選並清開這些內容，再試一次。',
  'failure.excel-lacks':
    '這個 Excel 不支援此操作。請安裝更新；Excel 2021、Microsoft 365 和網頁版 Excel 都支援。',
  'failure.signed-out': 'Excel 的登入已失效。請重新登入 Office，再試一次。',
  'failure.item-not-found': '活頁簿裡少了需要的工作表、表或名稱。請修復活頁簿，再試一次。',
  'failure.change-too-large':
    '一次改動超出 Excel 的限制。請關閉其他活頁簿後再試，或改用桌面版 Excel。',
  'failure.busy': 'Excel 正忙。請稍等片刻，再試一次。',
  'failure.offline': '沒有連上 Excel 服務。請檢查網路，再試一次。',
  'failure.not-loaded':
    '窗格的一部分沒有載入成功。請檢查網路後重新載入窗格；活頁簿中的內容不會丟失。',
  'failure.template-not-pptx': '範本不是 PowerPoint 檔案。請給出 .pptx 或 .potx。',
  'failure.template-size':
    '範本的頁面不是 16:9 寬屏。請在 PowerPoint 的「投影片大小」中改為寬屏再試。',
  'failure.template-layout':
    '範本裡沒有「{layout}」版式。請在投影片母版中加上這個版式（或用這個名字命名）再試。',

  'failure.explain-no-sheet':
    '這個活頁簿裡沒有工作表「{sheet}」。請寫工作表的名稱，例如 結算單!D24。',
  'failure.explain-no-cell': '沒有儲存格 {cell}。請寫工作表和地址，例如 結算單!D24。',
  'failure.explain-one-cell':
    '{name} 不止一個儲存格。請選一個，例如 結算單!D24，或寫表的一列加列號，例如 Settlement[earned] 加 --row 7。',
  'failure.explain-empty': '{cell} 是空的，沒有可解釋的內容。請選一個有數字的儲存格。',
  'failure.explain-no-name':
    '沒有叫「{name}」的名稱或表。最接近的是 {near}；也可以寫儲存格，例如 結算單!D24。',
  'failure.explain-no-column': '表 {table} 沒有「{column}」這一列。最接近的是 {near}。',
  'failure.explain-which-row': '表 {table} 有 {rows} 列。請用列號或列 id 說明是哪一列。',
  'failure.explain-no-row': '表 {table} 沒有列「{row}」，它有 {rows} 列。請改用其中的列號或列 id。',
  'failure.explain-no-signature': '沒有第 {no} 號簽署。「簽署台帳」表列出了全部簽署。',
  'failure.explain-order': '變化要從較早說到較晚，而 {to} 不在 {from} 之後。請對調，或另選。',
  'failure.explain-no-amount': '{day} 的金額算不出：{reason}。請先解決，或換一天。',
  'failure.readings-too-many-rows':
    '資料超過 {rows} 列，這裡裝不下。請改用裝有 DuckDB 的命令列（npm install @duckdb/node-api），它能讀取超出記憶體的檔案；或減少列數。',
  'failure.readings-sql': 'SQL 只能是一條 SELECT：{detail}。請改成一條唯讀的查詢。',
  'failure.readings-no-mapping': '活頁簿沒有儲存對映。請用 --mapping 給出。',
  'failure.readings-bad-mapping': '對映 {mapping} 不能用：{detail}',
} as const;
