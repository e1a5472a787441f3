<?php
/**
 * Forgets the settings. Records are what people have written and stay; a site that wants them gone empties the trash of
 * its records before.
 *
 * @package Collporterre
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'collporterre' );
