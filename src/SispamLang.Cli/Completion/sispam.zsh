# Completes the arguments of sispam in zsh: source <(sispam completion zsh)
_sispam() {
    local line="${(j: :)words[1,CURRENT]}"
    local -a found
    found=("${(@f)$("$words[1]" "[suggest:${#line}]" "$line" 2>/dev/null)}")
    if [[ -n "$found[1]" ]]; then
        compadd -a found
    else
        # Where there is nothing to suggest, it is a file.
        _files
    fi
}
compdef _sispam sispam
