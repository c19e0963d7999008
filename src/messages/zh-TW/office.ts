/** What was found in a workbook, and what to do about it. */
export const office = {
  'finding.table-missing': '工作表「{sheet}」中的表 {table} 不見了。請修復活頁簿，把它放回來。',
  'finding.sheet-missing': '工作表「{sheet}」不見了。請修復活頁簿，把它放回來。',
  'finding.table-renamed':
    '工作表「{sheet}」中的表 {expected} 改名為 {found}，已照新名識別，無需處理。',
  'finding.sheet-renamed': '工作表「{expected}」改名為「{found}」，已照新名識別，無需處理。',
  'finding.column-missing':
    '工作表「{sheet}」中的表 {table} 少了「{expected}」欄。請修復活頁簿，把它放回來。',
  'finding.header-renamed':
    '工作表「{sheet}」中，表 {table} 的欄標題「{expected}」改為「{found}」，已照新標題識別，無需處理。',
  'finding.row-deleted':
    '工作表「{sheet}」中，表 {table} 的 {row} 列已被刪除，重新整理時不會再出現。要找回請修復。',
  'finding.row-unknown':
    '工作表「{sheet}」中，表 {table} 的 {row} 列不在目錄裡，內容保留不變。請核對它的編號，或刪除該列。',
  'finding.row-duplicated':
    '工作表「{sheet}」中，表 {table} 的 {row} 列出現了兩次，第二列當作自訂列。請修復，給它新的編號。',
  'finding.rows-displaced':
    '工作表「{sheet}」中，表 {table} 有些列與別列的隱藏編號並排，像是排序時沒有帶上那一欄。已按文字讀取；請重新生成佈局，把編號歸位。',
  'finding.rows-crossed':
    '工作表「{sheet}」中，表 {table} 有幾列寫著別列的文字，像是整塊貼到了別處；其餘內容說的是哪一列無從得知：{found}。請復原，或把文字放回各自的回答旁邊。',
  'finding.entry-changed':
    '工作表「{sheet}」中，列表 {table} 的選項「{expected}」改成了「{found}」，但公式按原詞計算。請修復，恢復原詞。',
  'finding.formula-overwritten':
    '{place} 的公式被改寫（現為「{found}」），結果不再可靠。請修復，恢復公式。',
  'finding.name-missing': '名稱 {expected}（{found}）不見了。請修復活頁簿，把它放回來。',
  'finding.value-unknown': '{place} 的值「{found}」不在可選項裡。請從下拉式清單中重新選擇。',
  'finding.sign-unseen':
    '{place} 的文字「{found}」裡有製表符等看不見的字元，心智圖和文件裡會顯示為空格或不顯示。請重新輸入，去掉它。',
  'finding.name-taken':
    '活頁簿裡已有名為「{found}」的工作表、表或名稱。請先給它改名，再生成活頁簿。',
  'finding.catalog-differs':
    '目錄 {row} 與生成時不是同一版（活頁簿 {found}，現在 {expected}）。請重新整理活頁簿，補齊新內容。',
  'finding.catalog-offered':
    '已有目錄 {row} {expected} 版；本活頁簿按 {found} 版讀取。要看會有哪些變化，請用「模型的新版本」或 appfi upgrade --dry-run。',
  'finding.item-retired': '「{row}」自目錄 {expected} 版起停用。該條目及其填寫內容保留。',
  'finding.definition-kept':
    '「{row}」保持 {found} 版的定義，因為合約或簽署以它為準。是否採用新定義，請用「模型的新版本」或 appfi upgrade --take 決定。',
  'finding.layout-earlier':
    '活頁簿由 {found} 版生成，數字按那一版的規則計算。請重新整理活頁簿；填寫的內容和已簽署的金額不變。',
  'finding.measure-missing':
    '「{found}」未說明讀數性質。請在工作表「{sheet}」的「{column}」欄選擇；在此之前其讀數不計入，也不能據此簽署。',
  'finding.place.cell': '工作表「{sheet}」中，表 {table} 的 {row} 列「{column}」欄',
  'finding.place.column': '工作表「{sheet}」中，表 {table} 的「{column}」欄',
  'finding.place.sheet': '工作表「{sheet}」的文字',
  'finding.place.name': '名稱 {name}',
  'value.observed': '本公司以往專案（最低–中位–最高）：{figures}',
  'value.observed.baseline': '改進前',
  'value.observed.actual': '改進後',
  'amounts.rule.measure':
    '讀數按其度量方式計：年度數和滾動數不相加，流量折成一年，比率用分子之和除以分母之和',
  'amounts.rule.limit': '恰好到線就算到線，比較前不取整',
  'amounts.rule.cutoff': '一期的價值只算到該期日期、只算讀數覆蓋的時間，不重複分成',
  'amounts.rule.due': '未到期的不應付；保底和封頂自結算期日期起生效',
  'amounts.rule.return': '報酬計入付給乙方的費用，各項收益按各自的起點和爬坡計',
  'amounts.rule.missing': '缺輸入的指標說明缺什麼，不給數字',
  'amounts.rule.catalog': '目錄改變了它的度量方式',
  'amounts.why': '{rule}（docs/from-0.1.md#{id}）',
} as const;
