import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { LocalLanguageRegular } from '@fluentui/react-icons/svg/local-language';
import { LANGS, type Lang } from '../../../messages';
import { autonyms } from '../../words/language';
import { useLang } from '../../words/say';

/** The language of the pane; the workbook keeps its own. */
export function LanguagePicker({ onLang }: { onLang: (lang: Lang) => void }) {
  const lang = useLang();
  return (
    <Menu
      checkedValues={{ lang: [lang] }}
      onCheckedValueChange={(_, { checkedItems }) => onLang(checkedItems[0] as Lang)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" icon={<LocalLanguageRegular />}>
          {autonyms[lang]}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {LANGS.map((one) => (
            <MenuItemRadio key={one} name="lang" value={one} lang={one}>
              {autonyms[one]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
