"""What all formats share: turning files of other formats into debates and back."""
