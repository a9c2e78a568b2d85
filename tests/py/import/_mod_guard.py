# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Ouro authors
ran = 'guarded: ' + str(__name__ == '__main__')
if __name__ == '__main__':
    print('never when imported')
