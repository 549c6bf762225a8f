/** The scripts that make shells ask this command for completions. */

/** The shells by name: the script of each, which runs `call` with the line so far as its last argument. */
export const SHELL_SCRIPTS = {
  bash: (call: string) =>
    `# Completes xorlab and deno task experiment in bash.
_xorlab() {
  local IFS=$'\\n'
  COMPREPLY=($(${call} "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null))
  case \${COMPREPLY[0]-} in
    :folder) compopt -o filenames; COMPREPLY=($(compgen -d -- "$2")) ;;
    :file) compopt -o filenames; COMPREPLY=($(compgen -f -- "$2")) ;;
    *=) compopt -o nospace ;;
  esac
}
_xorlab_before=$(complete -p deno 2>/dev/null | sed -n 's/.*-F \\([^ ]*\\).*/\\1/p')
_xorlab_deno() {
  case $COMP_LINE in
    "deno task "*"experiment "*) _xorlab "$@" ;;
    *) [ -z "$_xorlab_before" ] || "$_xorlab_before" "$@" ;;
  esac
}
[ "$_xorlab_before" = _xorlab_deno ] && _xorlab_before=
complete -F _xorlab xorlab
complete -o default -o bashdefault -F _xorlab_deno deno`,
  zsh: (call: string) =>
    `# Completes xorlab and deno task experiment in zsh.
_xorlab() {
  local -a found
  found=("\${(@f)$(${call} "$LBUFFER" 2>/dev/null)}")
  case $found[1] in
    :folder) _files -/ ;;
    :file) _files ;;
    *=) compadd -S '' -- $found ;;
    *) compadd -- $found ;;
  esac
}
_xorlab_before=\${_comps[deno]-}
[[ $_xorlab_before == _xorlab_deno ]] && _xorlab_before=
_xorlab_deno() {
  if [[ $LBUFFER == "deno task "*"experiment "* ]]; then _xorlab
  elif [[ -n $_xorlab_before ]]; then $_xorlab_before "$@"
  else _files
  fi
}
compdef _xorlab xorlab
compdef _xorlab_deno deno`,
  fish: (call: string) =>
    `# Completes xorlab and deno task experiment in fish.
function __xorlab
    set -l found (${call} (commandline -cp) 2>/dev/null)
    switch "$found[1]"
        case :folder
            __fish_complete_directories (commandline -ct)
        case :file
            __fish_complete_path (commandline -ct)
        case '*'
            printf '%s\\n' $found
    end
end
complete -c xorlab -f -a '(__xorlab)'
# loads fish's own completions of deno first: loaded later, they would replace this one
complete -C 'deno ' >/dev/null
complete -c deno -n 'string match -q "deno task *experiment *" -- (commandline -cp)' -f -a '(__xorlab)'`,
} as const satisfies Readonly<Record<string, (call: string) => string>>;

/** The name of a shell. */
export type ShellName = keyof typeof SHELL_SCRIPTS;

/** The names of the shells. */
export const SHELLS = Object.keys(SHELL_SCRIPTS) as readonly ShellName[];
