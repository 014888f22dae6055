# Completes the arguments of sispam in fish: sispam completion fish | source
function __sispam_suggest
    set -l found (sispam "[suggest]" (commandline -cp | string collect) 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        # Where there is nothing to suggest, it is a file.
        __fish_complete_path (commandline -ct)
    end
end
complete -c sispam -f -a '(__sispam_suggest)'
