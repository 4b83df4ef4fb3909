"""Did the last change make the answers worse?"""
