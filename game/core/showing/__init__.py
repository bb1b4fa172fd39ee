"""What a face is given to show: pages as frozen views, decided and in words."""
