@rem The `exec` of the scripts in package.json, which the shell of Windows does not have: runs what it is given.
@%*
