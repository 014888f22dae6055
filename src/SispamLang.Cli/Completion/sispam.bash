# Completes the arguments of sispam in bash: source <(sispam completion bash)
_sispam() {
    COMPREPLY=()
    local word
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
}
# Where there is nothing to suggest, it is a file.
complete -o default -F _sispam sispam
