export const deliver = {
  'cli.deliver': '用活頁簿生成專案交付物：心智圖、投影片、結算單、合約附件。',
  'cli.merge-map':
    '收回改過的心智圖：發出的心智圖、改過的心智圖和活頁簿現狀三方合併，寫成新活頁簿或專案檔案。衝突逐條列出，不改資料。',
  'cli.argument.map': '改過的心智圖（.mm、.opml、.xmind、.md）',
  'cli.option.mindmap':
    '心智圖：.mm（FreeMind、Freeplane）、.opml、.xmind、.md、.svg、.png，可以一次給幾個檔案',
  'cli.option.slides': '投影片（.pptx）',
  'cli.option.statement': '結算單：.docx、.pdf，可以兩個都要',
  'cli.option.interview': '訪談提綱（訪談者用）：.docx、.pdf 或兩者',
  'cli.option.requests': '資料清單，附各表樣例：.docx、.pdf 或兩者',
  'deliver.interview.lead': '供訪談者使用，不發給受訪者。條目為已選用或待定的價值驅動點與痛點。',
  'deliver.interview.none': '目錄裡沒有訪談問題。',
  'deliver.requests.lead':
    '請按清單準備資料；定義不同或沒有的，請註明，不必另做。樣例中的數字是虛構的，只示意格式。',
  'deliver.requests.none': '目錄裡沒有資料要求。',
  'deliver.requests.samples': '各表樣例',
  'cli.option.annex': '價值對賭的合約附件：.docx、.pdf，可以兩個都要',
  'cli.option.slideTemplate': '本公司的投影片範本（.pptx、.potx）：用它的版式、顏色和字型',
  'cli.option.print': '給甲方看和列印的活頁簿（.xlsx）：不含計算過程表、空列和演算列，一律 A4',
  'cli.option.audience': '投影片給誰看：steering 指導委員會，team 專案組；不寫即 team',
  'cli.option.brand':
    '本公司的顏色、字型和標誌（.json）：name、accent、accentDark、ink、font、logo',
  'cli.option.periodToState': '結算單的結算期；不寫即活頁簿將要結算的一期',
  'cli.option.font': 'PDF 用的字型檔案，先常規後粗體；不寫即用系統裡的中文字型',
  'cli.option.langOfDeliverables': '交付物的語言：zh-CN、zh-TW、en；不寫即活頁簿的語言',
  'cli.option.sent': '發出時的心智圖，哪種格式都行',
  'cli.option.otherMap': '即使心智圖屬於另一個專案也採用',
  'cli.option.sweeping': '即使心智圖改動的多於保留的也採用',
  'cli.option.outMerged': '要寫的活頁簿（.xlsx）或專案檔案（.json）',
  'cli.deliver.making': '正在生成 {file} …',
  'cli.deliver.nothing':
    '沒有要生成的東西。請用 --mindmap、--slides、--statement、--annex、--interview、--requests 或 --print 給出檔名。',
  'cli.deliver.audience': '沒有「{name}」這類讀者。請用 {values}。',
  'cli.deliver.brand':
    '{file} 不是品牌檔案，問題在 {place}。可用的項：name、accent、accentDark、ink、font、logo；顏色寫成 12697A。',
  'cli.deliver.badFont':
    '{file}不是可用的字型。請給出 .ttf 或 .otf 檔案；字型集（.ttc）請先取出其中的字型。',
  'cli.deliver.fonts': '--font 只接受常規和粗體兩個字型，給了{count}個檔案。請給出一個或兩個。',
  'cli.deliver.fontUnused': '--font 只用於 .pdf 和 .png，而這裡都不需要。請去掉它。',
  'cli.deliver.noFont': '沒有找到可用於 PDF 的中文字型。請用 --font 給出字型檔案，或改為 .docx。',
  'cli.merge.change': '{id}：{part}：{now} → {map}',
  'cli.merge.added': '新增：{text}',
  'cli.merge.done': '改動 {changes} 處，新增 {added} 項，衝突 {conflicts} 處。已寫入 {file}',

  'deliver.part': '{title}（{part}/{parts}）',
  'deliver.steering': '指導委員會報告',
  'deliver.team': '專案組工作稿',
  'deliver.asOf': '資料截至 {day}',
  'deliver.meaning': '含義',
  'deliver.agreed': '約定事項',

  'deliver.statement.title': '價值結算單',
  'deliver.statement.inPeriod': '本期金額',
  'deliver.statement.toDate': '累計與應付',
  'deliver.statement.measured': '各條款達成情況',
  'deliver.statement.perTerm': '各條款金額',
  'deliver.statement.ledger': '此前已簽署',
  'deliver.statement.audit': '附錄：本次應付怎麼算出來的',
  'deliver.statement.auditText':
    '先列出依據的讀數、約定與已簽字金額及其證據，再列出規則（每條一次），最後從上到下列出每一步及其所循的規則。[n] 指第 n 項的數值；round(x; n) 四捨五入到 n 位小數，min、max 取最小、最大，abs 取絕對值，int 向下取整。只用計算器即可重算；數值以小數表示，35% 寫作 0.35。',
  'deliver.statement.auditRules': '附錄：規則',
  'deliver.statement.auditSteps': '附錄：各步計算',
  'deliver.statement.basis': '計算依據',
  'deliver.statement.basisText':
    '本單金額逐項取自活頁簿的合約、條款、結算和結算單各表，未另行計算。運算次序、曲線和條件見合約附件。簽署後請用增益集或命令列登記到台帳，資料隨即凍結。',
  'deliver.clauses.house': '本產品的措辭，簽署前請法務校閱。',
  'deliver.clause.objection':
    '異議期。收到結算單後 {days} 天內無書面異議即視為認可；有異議的，只暫緩爭議部分。',
  'deliver.clause.clientDuties':
    '甲方義務。甲方按計畫所列日期提供人員、決策和系統；如有延誤，以其為前提的日期順延相同天數。',
  'deliver.clause.dataAccess':
    '資料訪問。結算未完成期間，乙方可讀取計算指標所用的資料，雙方都能從同一來源重新計算讀數。',
  'deliver.clause.forceMajeure':
    '不可抗力。雙方都不能控制的事件使讀數失真時，雙方以書面形式調整基線或統計時間窗並寫明原因，任何一方不因事件本身得利或受損。',
  'deliver.clause.termination':
    '提前終止。已到期的各期照約結算；進行中的一期，按終止日已賺取的金額和已過天數的比例結算。',
  'deliver.clause.expert':
    '獨立專家。雙方在30天內不能就讀數或金額達成一致的，由{expert}裁定，裁定對雙方有約束力，費用由不利一方承擔。',
  'deliver.clause.anyExpert': '雙方共同指定的獨立專家',
  'deliver.clause.correction':
    '簽署即定格該期金額。簽錯的，由同一期之後的一次簽署更正，寫明取代哪一次和原因。兩次簽署都留在台帳中，只以後一次為準；其金額取代簽錯的金額，已據此支付的予以衝抵。已簽署的內容不修改、不刪除。',
  'deliver.curve.named': '{name}：{words}',
  'deliver.curve.below': '達成率低於 {at} 不付。',
  'deliver.curve.from': '達到 {at}，付對賭額的 {pays}。',
  'deliver.curve.rising': '均勻上升，到 {at} 付 {pays}。',
  'deliver.curve.beyond': '再高也只付 {pays}。',
  'deliver.curve.near': '與目標相差 {at} 以內視同達標。',
  'deliver.annex.title': '合約附件：價值對賭條款',
  'deliver.annex.parties': '雙方與費用',
  'deliver.annex.conditions': '條件與期限',
  'deliver.annex.evidence': '證據與資料來源',
  'deliver.annex.points': '達成率 → 支付比例',
  'deliver.annex.curvesText':
    '低於第一點不支付，超過最後一點不再增加。線性：兩點之間按直線；階梯：到達一點才跳到該點的支付比例。',
  'deliver.annex.correction': '簽錯如何更正',
  'deliver.annex.notWith': '只給其一計價',
  'deliver.annex.metrics': '指標定義',
  'deliver.annex.notAgreed': '未約定。',

  'deliver.conflict.both-changed':
    '{item}：{part}兩邊都改了。發出時「{sent}」，心智圖「{map}」，現在「{now}」；保留現在的',
  'deliver.conflict.removed-but-changed': '{item}：心智圖裡刪了，活頁簿裡又改過；保留',
  'deliver.conflict.gone-but-changed':
    '{item}：心智圖改了{part}（「{map}」），但活頁簿裡已不再選它；未取',
  'deliver.conflict.other-step': '{item}：心智圖裡移到了別的步驟；未移動',
  'deliver.conflict.no-step': '{item}：不在任何步驟之下，不知歸到哪裡；未取',
  'deliver.conflict.duplicate': '{item}：同一編號在心智圖裡出現兩次，只取第一個；未取「{map}」',
  'deliver.conflict.figure':
    '{item}：{part}是數字，不從心智圖取（心智圖「{map}」）；請在活頁簿裡改',
  'deliver.conflict.frame':
    '「{sent}」在心智圖裡改名為「{map}」：步驟和維度的名稱不從心智圖取；請在活頁簿裡改',
  'deliver.conflict.arrow': '{item}：畫了一條指向「{map}」的箭頭；箭頭由模型給出，沒有採用',
  'deliver.conflict.unheld': '{item}：「{map}」在活頁簿裡沒有地方放，沒有採用',
  'deliver.part.title': '專案名稱',
  'deliver.part.text': '措辭',
  'deliver.part.note': '說明',
  'deliver.part.dimension': '維度',
  'deliver.part.presence': '挑選',
} as const;
