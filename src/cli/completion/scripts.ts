import type { Locale } from '../../kernel/text.js'

// Each script hands the words of the command line, the one at the cursor last, to the hidden command `complete`. That
// answers with a candidate a line, what it means after a tab; or with `:files` where the shell is to look for files.

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** What a script asks, in the language that it was made in. */
const question = (locale: Locale): string => `complete --locale ${locale} --`

const bash = (locale: Locale): string => `# bash completion of school-support-rules
_school_support_rules() {
  local i word line before= words=()
  local IFS=$'\\n'
  # Bash takes words apart at an equals sign.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if ((\${#words[@]} > 0)) && [[ $word == = || \${COMP_WORDS[i - 1]} == = ]]; then
      words[\${#words[@]} - 1]+="$word"
    else
      words+=("$word")
    fi
  done
  word="\${words[\${#words[@]} - 1]}"
  [[ $word == *=* && $COMP_WORDBREAKS == *=* ]] && before="\${word%=*}="
  COMPREPLY=()
  while read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames 2>/dev/null
      COMPREPLY=($(compgen -f -- "\${word#*=}"))
      return
    fi
    line="\${line%%$'\\t'*}"
    COMPREPLY+=("\${line#"$before"}")
  done < <("$1" ${question(locale)} "\${words[@]}" 2>/dev/null)
}
complete -F _school_support_rules school-support-rules`

const zsh = (locale: Locale): string => `#compdef school-support-rules
# zsh completion of school-support-rules
_school_support_rules() {
  local line
  local -a candidates
  for line in "\${(@f)$("\${words[1]}" ${question(locale)} "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ $line == :files ]]; then
      compset -P '--*='
      _files
      return
    fi
    [[ -n $line ]] && candidates+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  _describe school-support-rules candidates
}
if [[ $funcstack[1] == _school_support_rules ]]; then
  _school_support_rules "$@"
else
  compdef _school_support_rules school-support-rules
fi`

const fish = (locale: Locale): string => `# fish completion of school-support-rules
function __school_support_rules_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l program $words[1]
  set -e words[1]
  for line in ($program ${question(locale)} $words "$current" 2>/dev/null)
    if test "$line" = :files
      __fish_complete_path "$current"
    else
      echo $line
    end
  end
end
complete -c school-support-rules -f -a '(__school_support_rules_complete)'`

export const scripts: Readonly<Record<Shell, (locale: Locale) => string>> = { bash, zsh, fish }
