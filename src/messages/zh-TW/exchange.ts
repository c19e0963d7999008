export const exchange = {
  'sheet.consensus': '共識',
  'sheet.mergeLog': '合併紀錄',
  'exchange.consensus.lead':
    '逐格列出各人的回答。意見不一時，在「裁定」裡寫下算數的那個答案（下拉選項中的詞、數、日期或文字），下次合併時採用。',
  'exchange.log.lead':
    '收回的每個檔案、採用的每一格、每個人的原始回答都記在這裡，由增益集維護，請勿改動。',
  'exchange.openQuestions': '待定問題：',
  'exchange.status.open': '待定',
  'exchange.status.agreed': '一致',
  'exchange.status.settled': '已裁定',
  'exchange.column.sheet': '工作表',
  'exchange.column.question': '欄',
  'exchange.column.people': '回答數',
  'exchange.column.agreement': '一致程度',
  'exchange.column.said': '各人回答',
  'exchange.column.state': '未裁定時',
  'exchange.here': '本活頁簿',
  'exchange.unclear': '裁定，未能讀懂',
  'exchange.column.resolution': '裁定',
  'exchange.column.respondent': '填寫人',
  'exchange.column.audience': '身分',
  'exchange.column.file': '檔案',
  'exchange.column.template': '範本',
  'exchange.column.batch': '合併批次',
  'exchange.column.on': '合併日期',
  'exchange.column.before': '原值',
  'exchange.column.after': '現值',
  'exchange.column.how': '方式',
  'exchange.column.response': '檔案編號',
  'exchange.column.sent': '發出時',
  'exchange.column.place': '檔案中的位置',
  'exchange.prompt.resolution': '算數的答案。下次合併時採用，不管各人怎麼說。',

  'exchange.audience.lead': '甲方負責人',
  'exchange.audience.department': '業務部門',
  'exchange.audience.it': '資訊部門',
  'exchange.audience.finance': '財務',
  'template.sheet': '請填寫',
  'template.title': '請填寫：{client}',
  'template.lead':
    '只問您知道的。請填下列各表的黃色儲存格，儲存後把檔案發回。用任何表格軟體都可以。',
  'template.project': '專案',
  'template.engagement': '專案編號',
  'template.audience': '填寫身分',
  'template.respondent': '填寫人',
  'template.respondent.note': '如由他人填寫，請改成他的姓名。',
  'template.due': '請於此日前發回',
  'template.progress': '填寫進度',
  'template.column.sheet': '工作表',
  'template.column.asked': '應填',
  'template.column.filled': '已填',
  'template.column.left': '還差',
  'template.column.own': '列數',
  'template.filled': '已填 {filled} 格，共 {asked} 格',
  'template.complete': '已填完，請把檔案發回。',
  'template.howTo': '怎麼填',
  'template.rule.1': '帶 * 的欄必填，紅色儲存格表示還空著；其餘選填。',
  'template.rule.2': '有下拉選項的請從中選取：點儲存格，再點右邊的小箭頭。',
  'template.rule.3': '清單裡沒有的，寫在末尾的黃色空列，一列一條。',
  'template.rule.4':
    '排序、篩選、隱藏、改名都沒關係。白色儲存格裡的文字請不要改，有意見寫在「備註」或「自定表述」裡。',
  'template.rule.5': '日期寫成 2026-03-01，比例寫成 30%，數字不帶單位。',
  'template.rule.6': '每人填自己的一份。意見不一的，顧問會來問。',
  'template.money': '金額以 {currency} 計，也可寫作 120萬、1.2M 或 120k',
  'template.head': '請{respondent}填寫 · {due}前發回',

  'exchange.issue.value-unknown':
    '{place}：「{found}」不在「{column}」的下拉選項裡。請選一個再發回，或在活頁簿裡裁定。',
  'exchange.issue.word-own': '{place}：「{found}」不在「{column}」的可選項裡，已照原樣收下。',
  'exchange.issue.signs':
    '{place}：「{found}」含有製表符或其他看不見的字元。已照原樣收進「{column}」；心智圖和文件裡會變成空格或消失。',
  'exchange.issue.one-name':
    '這份範本已有另一份以「{found}」之名的回答，兩者對不上。這份檔案一概沒有收：這裡是誰填的？',
  'exchange.isItem': '是一項',
  'exchange.issue.not-number': '{place}：「{found}」讀不成「{column}」要的數。請只寫數字。',
  'exchange.issue.not-date':
    '{place}：「{found}」作為「{column}」的日期不明確。請寫成 2026-03-01。',
  'exchange.issue.error-value': '{place}：「{found}」是錯誤值或沒算過的公式。請直接寫數值。',
  'exchange.issue.row-duplicated':
    '{place}：「{found}」與同一列另一處「{column}」的回答不一致。請只留一個。',
  'exchange.issue.row-unknown': '{place}：「{found}」所在的列不是發出去的列，這張表也不需要加列。',
  'exchange.issue.nameless':
    '{place}：「{found}」所在的列沒有填「{column}」。已當作單獨一列收下，請補上。',
  'exchange.issue.row-no-item':
    '{place}：「{found}」看來是合計、表頭或小標題，沒有當作一項收下。如果確是一項，請換個名稱。',
  'exchange.issue.rows-moved':
    '{place}：有 {found} 列與別列的編號並排，像是排序時沒有帶上隱藏欄。已按文字對應。',
  'exchange.issue.table-shifted':
    '{place}：「{found}」與別列的編號並排，看不出是哪一列。這張表一概沒有收：請復原排序，或把回答抄進一份新檔案。',
  'exchange.issue.number-doubtful':
    '{place}：「{found}」在「{column}」裡既可讀作千位，也可讀作小數。請不寫分隔符，或換一種小數寫法。',
  'exchange.issue.share-of-money': '{place}：「{found}」是比例，而「{column}」要金額。請寫金額。',
  'exchange.issue.other-currency':
    '{place}：「{found}」的幣種與「{column}」要的不同。請按所問的幣種寫金額。',
  'exchange.issue.out-of-range':
    '{place}：「{found}」超出了「{column}」的範圍。請核對；比例寫成 30%。',
  'exchange.issue.note': '{place}：批註或圖形裡寫著「{found}」。如果算數，請寫進儲存格。',
  'exchange.issue.picture':
    '{place}：這裡放著圖片、圖表或檔案（「{found}」），沒有讀它的內容。如果算數，請寫進儲存格。',
  'exchange.issue.marked':
    '{place}：標了顏色或刪除線（「{found}」）。如果有含義，請用文字寫進儲存格。',
  'exchange.issue.column-unknown':
    '{place}：「{found}」所在的欄（「{column}」）不是發出去的欄。如果算數，請寫進「備註」。',
  'exchange.issue.column-missing': '{place}：這張表缺了「{column}」欄，原來填的內容無從得知。',
  'exchange.issue.text-changed':
    '{place}：發出去的「{column}」現在寫著「{found}」。如果算數，請寫進「自定表述」或「備註」。',
  'exchange.issue.stray': '{place}：「{found}」寫在沒有提問的地方。',
  'exchange.issue.table-missing': '{place}：檔案裡沒有這張表了。',
  'exchange.issue.table-doubled': '{place}：這張表和另一張重複，唯讀了填得最多的那張。',
  'exchange.issue.on-copy':
    '{place}：「{found}」是在這張表的副本上為「{column}」填的，沒有收。如果算數，請填到原表裡。',
  'exchange.error.other':
    '{file}屬於另一個專案（{theirs}，本專案是{ours}）。請核對檔案；確要合併，加 --other-engagement。',

  'cli.template': '為一個人生成只問他所知內容的範本；填寫時不需要增益集。',
  'cli.merge':
    '把填好的範本合併進活頁簿（.xlsx）或專案檔案（.json）。只有 --out 指名原檔案時才改動它。',
  'cli.argument.master': '活頁簿（.xlsx）或專案檔案（.json）',
  'cli.argument.filled': '填好的範本（.xlsx）',
  'cli.option.for': '問誰：lead、department、it、finance',
  'cli.option.steps': '只問這些表，例如 ask pain',
  'cli.option.dimensions': '只問這些維度，寫編號或名稱',
  'cli.option.respondent': '由誰填寫',
  'cli.option.due': '何日前發回，例如 2026-03-30',
  'cli.option.blank': '不帶出已有回答（部門預設如此）',
  'cli.option.prefilled': '帶出已有回答（其他身分預設如此）',
  'cli.option.outTemplate': '要寫的範本（.xlsx）',
  'cli.option.outMaster': '要寫的活頁簿（.xlsx）或專案檔案（.json），可以就是原檔案',
  'cli.option.dryMerge': '只說會採用什麼，不寫檔案',
  'cli.option.rule':
    '回答不一時：lead 以甲方負責人為準，majority 以多數為準，keep-both 把文字並在一起；不給則留待裁定',
  'cli.option.undo': '撤回最近一次合併；其後改動過的保留',
  'cli.option.answers': '存疑之處的提問（.json）：沒有這個檔案就寫出來；填好回答後，下次執行時採用',
  'cli.option.sentTemplate': '當初發出的範本，用於已丟失發出內容的檔案',
  'cli.option.otherEngagement': '即使屬於另一個專案也合併',
  'cli.template.audience': '沒有「{name}」這種身分。請從{values}中選一個。',
  'cli.template.respondent': '填寫人沒有名字。請用 --respondent 給出。',
  'cli.template.done': '{file}：{sheets}張表、{questions}個待填儲存格，請{respondent}填寫。',
  'cli.merge.ending': '{file}須與{master}一樣以{ending}結尾。請改名。',
  'cli.merge.nothingToMerge': '請至少給出一個填好的範本，或加 --undo。',
  'cli.merge.undoAlone': '用 --undo 時不要再給填好的範本。',
  'cli.merge.noRule': '沒有規則「{name}」。請從{values}中選一個。',
  'cli.merge.none': '沒有可撤回的合併。',
  'cli.merge.file': '{file}：{respondent}（{audience}），{answers}個回答',
  'cli.merge.again': '{file}：以前合併過，沒有新內容。',
  'cli.merge.set': '{sheet} · {item} · {column}：{before} → {after}（{by}）',
  'cli.merge.open': '待定：{sheet} · {item} · {column}：{said}',
  'cli.merge.keptEdit': '其後改動過，保留：{sheet} · {item} · {column}：{now}',
  'cli.merge.summary':
    '檔案{files}個，採用{changes}處，新增{rows}列，待定{open}處，未讀懂{issues}處。',
  'cli.merge.canAnswer':
    '其中{count}處可以在這裡定下：加 --answers questions.json 把提問寫進檔案。',
  'cli.merge.toAnswer': '{file}裡有{count}個問題：填好回答後再執行一次。',
  'cli.merge.howToAnswer':
    '在 answer 裡填一個選項，或儲存格應有的內容；"" 表示不收，null 表示暫不定。然後帶著同一個 --answers 再合併一次。',
  'cli.merge.badAnswers': '{file}不是 --answers 寫出的提問檔案。請換個檔名，或刪去它。',
  'cli.merge.answerUnasked': '{file}：「{found}」有回答，但已不再問。請填 null，或刪去這一問。',
  'cli.merge.answerUnclear':
    '{file}：對「{found}」的回答「{answer}」沒讀懂。請寫出儲存格應有的內容。',
  'cli.merge.answerNoChoice':
    '{file}：對「{found}」的回答「{answer}」沒讀懂。請從{choices}中選一個。',
  'cli.merge.dry': '試執行：沒有寫任何檔案。',
  'cli.merge.noOut': '請用 --out 指明要寫的檔案（可以就是原檔案），或加 --dry-run。',
};
