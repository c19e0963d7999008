/** 算讀數時關於資料要說的話；隨它們載入，窗格開始時不帶。 */
export const readingsTold = {
  'readings.status.new': '新增',
  'readings.status.changed': '有變',
  'readings.status.unchanged': '不變',
  'readings.status.refused': '不收',
  'readings.rowsBefore': '列數原為 {before}，現為 {now}',
  'readings.inSigned': '在已簽署的期間內',
  'readings.remark.no-metric':
    '活頁簿中沒有指標 {metric}。請在對映或檔案中改用 Metrics 表裡的編號。',
  'readings.remark.no-query':
    '{metric}：目錄沒有給出這個指標的查詢。請在對映裡寫明 query、given 或 sql。',
  'readings.remark.no-table': '{metric}：對映裡沒有表 {table}。請在 tables 中寫上它。',
  'readings.remark.no-column':
    '{metric}：表 {table} 沒有欄位 {column}。請在對映的 columns 中寫上它，或改正名稱。',
  'readings.remark.wrong-type':
    '{metric}：表 {table} 的欄位 {column} 是 {type}，這裡要的是 {types}。請改正它的 type，或換一個欄位。',
  'readings.remark.wrong-parts': '{metric} 是比率，要有 numerator 和 denominator，不能只有 value。',
  'readings.remark.no-header':
    '{file}：表 {table} 的欄位 {column} 應來自「{example}」，檔案裡沒有，只有：{detail}。請改正對映裡的名稱。',
  'readings.remark.unreadable':
    '表 {table} 的欄位 {column} 有 {count} 格讀不懂，例如「{example}」。數字旁有單位的寫 unit，日期先日或先月的寫 dates，特別的字樣寫 words；否則請改檔案。',
  'readings.remark.ragged':
    '{file} 有 {count} 列的格數與表頭不同，例如「{example}」。請檢查分隔符與引號後重新匯出。',
  'readings.remark.two-headers':
    '{file} 有 {count} 個欄位都可能是「{example}」，表 {table} 的欄位 {column} 無法確定。請改其中一個的名稱；若上面還有分組表頭，對映裡寫「分組 欄位名」，中間空一格。',
  'readings.remark.footer': '{file} 末尾有 {count} 列不是資料，例如「{example}」：不計。',
  'readings.remark.damaged':
    '{file} 讀不了（{detail}）。請重新匯出，或在對映裡寫明 encoding 與 separator。',
  'readings.remark.compressed':
    '{file} 用 {detail} 壓縮，只有 DuckDB 能讀。請改用 Snappy、gzip 或 zstd 儲存，或使用裝有 DuckDB 的命令列。',
  'readings.remark.no-rows': '{file} 一列也沒有。請檢查匯出的條件。',
  'readings.remark.no-sheet': '{file} 裡沒有工作表「{detail}」。請改正對映裡的 sheet。',
  'readings.remark.no-files':
    '沒有檔案屬於表 {table}。請用 --from 給出，或改正對映裡這張表的 files。',
  'readings.remark.repeated': '表 {table} 有 {count} 列與另一列完全相同，只算一次。',
  'readings.remark.twins':
    '表 {table} 有 {count} 個主鍵對應著內容不同的一些列，例如 {example}。請只留下算數的那一列。',
  'readings.remark.source': '{metric}：它要用的表 {table} 有問題，見上。',
  'readings.remark.no-days': '{metric}：表 {table} 沒有一列有可用的日期。請檢查日期欄位的對映。',
  'readings.remark.no-span':
    '{metric}：資料從 {first} 到 {last}，沒有一個完整的期間。請把截止日（{until}）放後，或取更長的資料。',
  'readings.remark.ends-early':
    '{metric}：資料止於 {day}，而最後一期到 {last}。若匯出時該期尚未結束，請把截止日提前。',
  'readings.remark.empty': '{metric}：{from} 至 {to} 沒有一列計入，不產生讀數。',
  'readings.remark.zero': '{metric}：{from} 至 {to} 的分母是 0，算不出比率。請檢查條件與資料。',
  'readings.remark.blank-amounts':
    '{metric}：到 {to} 的這一期，表 {table} 有 {count} 列沒有數值，算列數但不計入金額。',
  'readings.remark.needs-duckdb':
    '{metric}：SQL 要由 DuckDB 計算，而它沒有安裝。請執行 npm install @duckdb/node-api。',
  'readings.remark.sql': '{metric}：SQL 沒能算出來：{detail}。請改正後再試。',
  'readings.remark.no-readings': '{metric}：結果裡沒有一列。請檢查條件。',
  'readings.remark.no-date':
    '{metric}：第 {no} 列沒有可用的 date（期間的最後一天），或 from 在它之後。請寫作 2026-06-30。',
  'readings.remark.twice': '{metric}：{date} 不止一列。每個期間只能有一列，請去掉一列。',
  'readings.remark.no-amount':
    '{metric}：{date} 沒有 value，也沒有 numerator 和 denominator。請補上數字，不帶單位。',
  'readings.remark.overlaps':
    '{metric}：到 {date} 的期間與已有讀數（{from} 至 {to}）重疊，同一段時間會算兩次。請改期間，或先刪去已有的那一列。',
  'readings.remark.signed':
    '{metric}：{date} 在已簽署的期間內（至 {signed}），不作改動。只有明確要求才改（命令列用 --over-signed）；簽署的金額不變，改動會被報告。',
  'readings.remark.stray-file':
    '{file} 不屬於對映裡的任何一張表。請改正某張表的 files，或不給這個檔案。',
  'readings.remark.two-tables': '{file} 同時屬於 {tables}。請把它們的 files 寫得不同。',
  'readings.remark.strange-word':
    '表 {table} 的欄位 {column} 有 {count} 格寫的是「{example}」一類的詞，而它只認 {detail}。請在對映的 words 裡寫明各是其中哪一個（空白表示沒有），或改檔案。',
  'readings.remark.no-such-word':
    '{metric}：表 {table} 的欄位 {column} 裡沒有一列寫著「{value}」，請核對寫法；那裡寫的有 {words}。',
  'readings.remark.unopened': '{file}：{detail}也可以改用 CSV 給出同樣的資料。',
  'readings.remark.same-file': '{file} 與 {as} 是同一個檔案，只算一次。',
};
